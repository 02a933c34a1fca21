// Command load puts many real media clients into a meeting without a browser and without decoding a picture: each
// publishes a stream of frames that carry the time they were sent, receives those it is told to, and counts.
//
// It reads a Plan as JSON on standard input (tokens never stand in arguments) and writes a Report as JSON.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/signal"
	"sync"
	"time"

	"github.com/livekit/protocol/logger"
)

// Plan says who joins, what they send and whom they see.
type Plan struct {
	// URL of the video server, ws:// or http://.
	URL string `json:"url"`
	// WarmupSeconds pass after everybody has joined before anything is counted.
	WarmupSeconds float64 `json:"warmupSeconds"`
	Seconds       float64 `json:"seconds"`
	// JoinEveryMs is the pause between two joins: a burst of joins is another load than a meeting.
	JoinEveryMs int      `json:"joinEveryMs"`
	KbitPerS    int      `json:"kbitPerS"`
	FramesPerS  int      `json:"framesPerS"`
	Clients     []Client `json:"clients"`
}

// Client is one participant of the plan.
type Client struct {
	Token   string `json:"token"`
	Publish bool   `json:"publish"`
	// Subscribe names the identities whose tracks this client receives.
	Subscribe []string `json:"subscribe"`
	// Forge sends what was never sealed for the connection beside each packet.
	Forge bool `json:"forge"`
	// Unprotected offers no protection of the stream but none.
	Unprotected bool `json:"unprotected"`
}

func main() {
	logger.InitFromConfig(&logger.Config{Level: "error"}, "load")
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	plan, err := readPlan()
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()

	count := newCount()
	joined, failed := joinAll(ctx, plan, count)
	defer func() {
		for _, one := range joined {
			one.leave()
		}
	}()
	wait(ctx, plan.WarmupSeconds)
	count.begin()
	wait(ctx, plan.Seconds)
	report := count.report(plan, len(joined), failed)
	for _, one := range joined {
		report.Certificates = append(report.Certificates, fingerprint(one.sender))
		if one.forger != nil {
			report.Forged += one.forger.sent.Load()
		}
	}
	return json.NewEncoder(os.Stdout).Encode(report)
}

func readPlan() (*Plan, error) {
	plan := &Plan{WarmupSeconds: 5, Seconds: 20, JoinEveryMs: 50, KbitPerS: 150, FramesPerS: 12}
	if err := json.NewDecoder(os.Stdin).Decode(plan); err != nil {
		return nil, fmt.Errorf("the plan on standard input cannot be read: %w", err)
	}
	if plan.URL == "" || len(plan.Clients) == 0 || plan.FramesPerS <= 0 || plan.KbitPerS <= 0 {
		return nil, fmt.Errorf("the plan needs url, clients, kbitPerS and framesPerS")
	}
	return plan, nil
}

func joinAll(ctx context.Context, plan *Plan, count *count) (joined []*participant, failed []string) {
	var lock sync.Mutex
	var all sync.WaitGroup
	for _, client := range plan.Clients {
		all.Go(func() {
			one, err := join(ctx, plan, client, count)
			lock.Lock()
			defer lock.Unlock()
			if err != nil {
				failed = append(failed, err.Error())
				return
			}
			joined = append(joined, one)
		})
		wait(ctx, float64(plan.JoinEveryMs)/1000)
	}
	all.Wait()
	return joined, failed
}

func wait(ctx context.Context, seconds float64) {
	select {
	case <-ctx.Done():
	case <-time.After(time.Duration(seconds * float64(time.Second))):
	}
}
