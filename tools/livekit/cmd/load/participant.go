package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/gorilla/websocket"
	"github.com/livekit/livekit-server/test/client"
	"github.com/livekit/protocol/livekit"
	"github.com/livekit/protocol/signalling"
	"github.com/pion/rtcp"
	"github.com/pion/webrtc/v4"
	"github.com/pion/webrtc/v4/pkg/media"
	"google.golang.org/protobuf/proto"
)

const (
	joinWithin    = 20 * time.Second
	keyFrameEvery = 2 * time.Second
)

// participant is one client in the room: the signal connection, one connection to send by and one to receive by.
type participant struct {
	plan   *Plan
	client Client
	count  *count
	began  time.Time

	conn      *websocket.Conn
	writing   sync.Mutex
	api       *webrtc.API
	sender    *webrtc.PeerConnection
	receiver  *webrtc.PeerConnection
	track     *webrtc.TrackLocalStaticSample
	early     map[livekit.SignalTarget][]webrtc.ICECandidateInit
	wanted    map[string]bool
	asked     map[string]bool
	keyFrame  chan struct{}
	connected chan struct{}
	once      sync.Once
	forger    *forger
	ended     context.Context
	end       context.CancelFunc
}

func join(ctx context.Context, plan *Plan, c Client, count *count) (*participant, error) {
	p := &participant{
		plan: plan, client: c, count: count, began: time.Now(),
		early:     map[livekit.SignalTarget][]webrtc.ICECandidateInit{},
		wanted:    map[string]bool{},
		asked:     map[string]bool{},
		keyFrame:  make(chan struct{}, 1),
		connected: make(chan struct{}),
	}
	p.ended, p.end = context.WithCancel(ctx)
	for _, identity := range c.Subscribe {
		p.wanted[identity] = true
	}
	conn, err := client.NewWebSocketConn(strings.Replace(plan.URL, "http", "ws", 1), c.Token, &client.Options{AutoSubscribe: false})
	if err != nil {
		return nil, fmt.Errorf("join refused: %w", err)
	}
	p.conn = conn
	go p.listen()
	select {
	case <-p.connected:
		count.joined(time.Since(p.began))
		return p, nil
	case <-p.ended.Done():
		p.leave()
		return nil, fmt.Errorf("the video server ended the connection")
	case <-time.After(joinWithin):
		p.leave()
		return nil, fmt.Errorf("not connected within %s", joinWithin)
	}
}

func (p *participant) leave() {
	_ = p.send(&livekit.SignalRequest{Message: &livekit.SignalRequest_Leave{Leave: &livekit.LeaveRequest{
		Reason: livekit.DisconnectReason_CLIENT_INITIATED,
	}}})
	p.end()
	_ = p.conn.Close()
	for _, peer := range []*webrtc.PeerConnection{p.sender, p.receiver} {
		if peer != nil {
			_ = peer.Close()
		}
	}
}

// listen is the only place that reads signals and touches the two connections' descriptions, one message at a time.
func (p *participant) listen() {
	defer p.end()
	for {
		kind, bytes, err := p.conn.ReadMessage()
		if err != nil {
			return
		}
		response := &livekit.SignalResponse{}
		if kind != websocket.BinaryMessage || proto.Unmarshal(bytes, response) != nil {
			continue
		}
		if err := p.handle(response); err != nil {
			return
		}
	}
}

func (p *participant) handle(response *livekit.SignalResponse) error {
	switch message := response.Message.(type) {
	case *livekit.SignalResponse_Join:
		return p.enter(message.Join)
	case *livekit.SignalResponse_Update:
		return p.subscribe(message.Update.Participants)
	case *livekit.SignalResponse_TrackPublished:
		return p.offer()
	case *livekit.SignalResponse_Answer:
		description, _, _ := signalling.FromProtoSessionDescription(message.Answer)
		return p.describe(livekit.SignalTarget_PUBLISHER, p.sender, description)
	case *livekit.SignalResponse_Offer:
		return p.answer(message.Offer)
	case *livekit.SignalResponse_Trickle:
		return p.candidate(message.Trickle)
	default:
		return nil
	}
}

func (p *participant) enter(joined *livekit.JoinResponse) error {
	p.api = webrtc.NewAPI(webrtc.WithSettingEngine(loopbackToo()))
	var err error
	if p.receiver, err = p.peer(livekit.SignalTarget_SUBSCRIBER); err != nil {
		return err
	}
	p.receiver.OnTrack(func(track *webrtc.TrackRemote, _ *webrtc.RTPReceiver) { p.receive(track) })
	if p.api, err = p.senderAPI(); err != nil {
		return err
	}
	if p.sender, err = p.peer(livekit.SignalTarget_PUBLISHER); err != nil {
		return err
	}
	if p.client.Publish {
		if err := p.publish(); err != nil {
			return err
		}
	}
	return p.subscribe(joined.OtherParticipants)
}

func loopbackToo() webrtc.SettingEngine {
	engine := webrtc.SettingEngine{}
	engine.SetIncludeLoopbackCandidate(true)
	return engine
}

func (p *participant) peer(target livekit.SignalTarget) (*webrtc.PeerConnection, error) {
	peer, err := p.newPeer()
	if err != nil {
		return nil, err
	}
	peer.OnICECandidate(func(candidate *webrtc.ICECandidate) {
		if candidate == nil {
			return
		}
		_ = p.send(&livekit.SignalRequest{Message: &livekit.SignalRequest_Trickle{
			Trickle: signalling.ToProtoTrickle(candidate.ToJSON(), target, false),
		}})
	})
	// With nothing to send the receiving connection is the one that tells that the client is in, and the other way round.
	if p.client.Publish == (target == livekit.SignalTarget_PUBLISHER) {
		peer.OnConnectionStateChange(func(state webrtc.PeerConnectionState) {
			if state == webrtc.PeerConnectionStateConnected {
				p.once.Do(func() { close(p.connected) })
			}
		})
	}
	return peer, nil
}

func (p *participant) newPeer() (*webrtc.PeerConnection, error) {
	return p.api.NewPeerConnection(webrtc.Configuration{})
}

func (p *participant) publish() error {
	var err error
	capability := webrtc.RTPCodecCapability{MimeType: webrtc.MimeTypeVP8, ClockRate: 90000}
	if p.track, err = webrtc.NewTrackLocalStaticSample(capability, "camera", "camera"); err != nil {
		return err
	}
	rtpSender, err := p.sender.AddTrack(p.track)
	if err != nil {
		return err
	}
	go p.watchForKeyFrames(rtpSender)
	return p.send(&livekit.SignalRequest{Message: &livekit.SignalRequest_AddTrack{AddTrack: &livekit.AddTrackRequest{
		Cid: p.track.ID(), Name: "camera", Type: livekit.TrackType_VIDEO, Source: livekit.TrackSource_CAMERA,
		Width: 320, Height: 180,
		Layers: []*livekit.VideoLayer{{
			Quality: livekit.VideoQuality_HIGH, Width: 320, Height: 180, Bitrate: uint32(p.plan.KbitPerS * 1000),
		}},
	}}})
}

func (p *participant) offer() error {
	offer, err := p.sender.CreateOffer(nil)
	if err != nil {
		return err
	}
	if err := p.sender.SetLocalDescription(offer); err != nil {
		return err
	}
	go p.stream()
	return p.send(&livekit.SignalRequest{Message: &livekit.SignalRequest_Offer{
		Offer: signalling.ToProtoSessionDescription(offer, 0, nil),
	}})
}

func (p *participant) answer(offered *livekit.SessionDescription) error {
	description, id, _ := signalling.FromProtoSessionDescription(offered)
	if err := p.describe(livekit.SignalTarget_SUBSCRIBER, p.receiver, description); err != nil {
		return err
	}
	answer, err := p.receiver.CreateAnswer(nil)
	if err != nil {
		return err
	}
	if err := p.receiver.SetLocalDescription(answer); err != nil {
		return err
	}
	return p.send(&livekit.SignalRequest{Message: &livekit.SignalRequest_Answer{
		Answer: signalling.ToProtoSessionDescription(answer, id, nil),
	}})
}

func (p *participant) describe(target livekit.SignalTarget, peer *webrtc.PeerConnection, d webrtc.SessionDescription) error {
	if err := peer.SetRemoteDescription(d); err != nil {
		return err
	}
	for _, candidate := range p.early[target] {
		if err := peer.AddICECandidate(candidate); err != nil {
			return err
		}
	}
	p.early[target] = nil
	return nil
}

func (p *participant) candidate(trickle *livekit.TrickleRequest) error {
	candidate, err := signalling.FromProtoTrickle(trickle)
	if err != nil {
		return err
	}
	peer := p.receiver
	if trickle.Target == livekit.SignalTarget_PUBLISHER {
		peer = p.sender
	}
	if peer.RemoteDescription() == nil {
		p.early[trickle.Target] = append(p.early[trickle.Target], candidate)
		return nil
	}
	return peer.AddICECandidate(candidate)
}

func (p *participant) subscribe(others []*livekit.ParticipantInfo) error {
	var tracks []string
	for _, other := range others {
		for _, track := range other.Tracks {
			if p.wanted[other.Identity] && !p.asked[track.Sid] {
				p.asked[track.Sid] = true
				tracks = append(tracks, track.Sid)
			}
		}
	}
	if len(tracks) == 0 {
		return nil
	}
	slices.Sort(tracks)
	return p.send(&livekit.SignalRequest{Message: &livekit.SignalRequest_Subscription{
		Subscription: &livekit.UpdateSubscription{TrackSids: tracks, Subscribe: true},
	}})
}

func (p *participant) receive(track *webrtc.TrackRemote) {
	stream := p.count.newStream()
	for {
		packet, _, err := track.ReadRTP()
		if err != nil {
			return
		}
		p.count.packet(stream, packet, time.Now())
	}
}

// stream sends frames at the plan's pace; a key frame now and then, and whenever a receiver asks for one.
func (p *participant) stream() {
	pace := time.Second / time.Duration(p.plan.FramesPerS)
	size := p.plan.KbitPerS * 1000 / 8 / p.plan.FramesPerS
	tick := time.NewTicker(pace)
	defer tick.Stop()
	var lastKey time.Time
	for {
		select {
		case <-p.ended.Done():
			return
		case <-p.keyFrame:
			lastKey = time.Time{}
		case <-tick.C:
			key := time.Since(lastKey) >= keyFrameEvery
			if key {
				lastKey = time.Now()
			}
			_ = p.track.WriteSample(media.Sample{Data: frame(size, key), Duration: pace})
		}
	}
}

func (p *participant) watchForKeyFrames(sender *webrtc.RTPSender) {
	for {
		packets, _, err := sender.ReadRTCP()
		if err != nil {
			return
		}
		for _, packet := range packets {
			if _, asks := packet.(*rtcp.PictureLossIndication); asks {
				select {
				case p.keyFrame <- struct{}{}:
				default:
				}
			}
		}
	}
}

func (p *participant) send(request *livekit.SignalRequest) error {
	bytes, err := proto.Marshal(request)
	if err != nil {
		return err
	}
	p.writing.Lock()
	defer p.writing.Unlock()
	return p.conn.WriteMessage(websocket.BinaryMessage, bytes)
}
