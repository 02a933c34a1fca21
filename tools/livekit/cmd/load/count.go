package main

import (
	"sort"
	"sync"
	"time"

	"github.com/pion/rtp"
)

// Report is what was seen between the warm-up and the end.
type Report struct {
	Clients        int      `json:"clients"`
	Joined         int      `json:"joined"`
	Failed         []string `json:"failed"`
	TracksExpected int      `json:"tracksExpected"`
	TracksReceived int      `json:"tracksReceived"`
	Packets        uint64   `json:"packets"`
	// Lost packets never came, not even sent again: gaps in the numbers of each stream.
	Lost         uint64  `json:"lost"`
	LostShare    float64 `json:"lostShare"`
	MbitPerS     float64 `json:"mbitPerS"`
	LatencyMsP50 float64 `json:"latencyMsP50"`
	LatencyMsP99 float64 `json:"latencyMsP99"`
	LatencyMsMax float64 `json:"latencyMsMax"`
	JoinMsP50    float64 `json:"joinMsP50"`
	JoinMsP99    float64 `json:"joinMsP99"`
	// Forged packets went out beside the true ones.
	Forged uint64 `json:"forged"`
	// Certificates are the fingerprints of those that the video server showed to each client's sending connection.
	Certificates []string `json:"certificates"`
}

// count gathers from all clients. One lock is enough: it is held for nanoseconds, once a packet.
type count struct {
	lock    sync.Mutex
	since   time.Time
	streams []*stream
	latency []float64
	joins   []float64
	bytes   uint64
}

// stream is one track as one client receives it.
type stream struct {
	started  bool
	first    uint16
	highest  uint64
	received uint64
	seen     map[uint16]uint64
}

func newCount() *count { return &count{} }

func (c *count) begin() {
	c.lock.Lock()
	defer c.lock.Unlock()
	c.since = time.Now()
}

func (c *count) joined(took time.Duration) {
	c.lock.Lock()
	defer c.lock.Unlock()
	c.joins = append(c.joins, ms(took))
}

func (c *count) newStream() *stream {
	c.lock.Lock()
	defer c.lock.Unlock()
	one := &stream{seen: map[uint16]uint64{}}
	c.streams = append(c.streams, one)
	return one
}

func (c *count) packet(s *stream, packet *rtp.Packet, at time.Time) {
	sent, timed := sentAt(packet.Payload)
	c.lock.Lock()
	defer c.lock.Unlock()
	if c.since.IsZero() {
		return
	}
	c.bytes += uint64(packet.MarshalSize())
	s.add(packet.SequenceNumber)
	if timed && sent.After(c.since) {
		c.latency = append(c.latency, ms(at.Sub(sent)))
	}
}

// add counts a sequence number once, however often it comes and in whatever order, over wrap-arounds (RFC 3550, A.1).
func (s *stream) add(number uint16) {
	if !s.started {
		s.started, s.first, s.highest = true, number, uint64(number)
	}
	ahead := int16(number - uint16(s.highest))
	extended := uint64(int64(s.highest) + int64(ahead))
	if extended < uint64(s.first) {
		return
	}
	if last, known := s.seen[number]; known && last == extended {
		return
	}
	s.seen[number] = extended
	s.received++
	s.highest = max(s.highest, extended)
}

func (s *stream) lost() uint64 {
	if !s.started {
		return 0
	}
	expected := s.highest - uint64(s.first) + 1
	return expected - min(expected, s.received)
}

func (c *count) report(plan *Plan, joined int, failed []string) Report {
	c.lock.Lock()
	defer c.lock.Unlock()
	report := Report{
		Clients:      len(plan.Clients),
		Joined:       joined,
		Failed:       append([]string{}, failed...),
		MbitPerS:     float64(c.bytes) * 8 / 1e6 / max(time.Since(c.since).Seconds(), 1e-9),
		LatencyMsP50: quantile(c.latency, 0.5),
		LatencyMsP99: quantile(c.latency, 0.99),
		LatencyMsMax: quantile(c.latency, 1),
		JoinMsP50:    quantile(c.joins, 0.5),
		JoinMsP99:    quantile(c.joins, 0.99),
	}
	for _, client := range plan.Clients {
		report.TracksExpected += len(client.Subscribe)
	}
	for _, one := range c.streams {
		if one.received > 0 {
			report.TracksReceived++
		}
		report.Packets += one.received
		report.Lost += one.lost()
	}
	if all := report.Packets + report.Lost; all > 0 {
		report.LostShare = float64(report.Lost) / float64(all)
	}
	return report
}

func quantile(values []float64, share float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := append([]float64{}, values...)
	sort.Float64s(sorted)
	return sorted[int(share*float64(len(sorted)-1))]
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
