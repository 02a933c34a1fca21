package main

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"net"
	"sync"
	"sync/atomic"

	"github.com/pion/dtls/v3"
	"github.com/pion/webrtc/v4"
)

// A forger sends, from the very socket of a running connection and with the numbers of its own stream, what was never sealed for it:
// changed packets, made-up ones and malformed ones. A video server that believed one of them would pass on a gap or a frame that
// nobody sent.
type forger struct {
	net.PacketConn
	sent  atomic.Uint64
	lock  sync.Mutex
	extra int
}

const (
	rtpVersion   = 2
	headerBytes  = 12
	forgedAhead  = 1000
	forgedBytes  = 200
	sequenceAt   = 2
	noRoomAtAll  = 0x8f // version 2, fifteen sources that are not there
	wildExtended = 0x90 // version 2, an extension of a length that is not there
)

func newForger() (*forger, error) {
	conn, err := net.ListenUDP("udp4", &net.UDPAddr{})
	if err != nil {
		return nil, err
	}
	return &forger{PacketConn: conn}, nil
}

func (f *forger) WriteTo(packet []byte, to net.Addr) (int, error) {
	written, err := f.PacketConn.WriteTo(packet, to)
	if err != nil || len(packet) <= headerBytes || packet[0]>>6 != rtpVersion {
		return written, err
	}
	f.lock.Lock()
	f.extra++
	forged := forgeries(packet, f.extra)
	f.lock.Unlock()
	for _, one := range forged {
		if _, err := f.PacketConn.WriteTo(one, to); err == nil {
			f.sent.Add(1)
		}
	}
	return written, nil
}

// forgeries of one sealed packet: `nth` tells how many went before.
func forgeries(sealed []byte, nth int) [][]byte {
	flipped := append([]byte{}, sealed...)
	flipped[len(flipped)/2] ^= 1
	number := binary.BigEndian.Uint16(sealed[sequenceAt:])
	ahead := append([]byte{}, sealed...)
	binary.BigEndian.PutUint16(ahead[sequenceAt:], number+uint16(forgedAhead+nth))
	invented := append(append([]byte{}, ahead[:headerBytes]...), noise(forgedBytes)...)
	sources := append([]byte{}, ahead[:headerBytes]...)
	sources[0] = noRoomAtAll
	extended := append(append([]byte{}, ahead[:headerBytes]...), 0xbe, 0xde, 0xff, 0xff)
	extended[0] = wildExtended
	report := append([]byte{0x80, 200, 0xff, 0xff}, noise(8)...)
	return [][]byte{flipped, ahead, invented, sealed[:headerBytes], sealed[:5], sources, extended, report, {0x80}}
}

func noise(size int) []byte {
	made := make([]byte, size)
	_, _ = rand.Read(made)
	return made
}

// senderAPI is what a client sends by: as everybody does, with forgeries in between, or with no protection that is worth the name.
func (p *participant) senderAPI() (*webrtc.API, error) {
	engine := loopbackToo()
	if p.client.Unprotected {
		engine.SetSRTPProtectionProfiles(dtls.SRTP_NULL_HMAC_SHA1_80, dtls.SRTP_NULL_HMAC_SHA1_32)
	}
	if p.client.Forge {
		forger, err := newForger()
		if err != nil {
			return nil, err
		}
		p.forger = forger
		engine.SetICEUDPMux(webrtc.NewICEUDPMux(nil, forger))
	}
	return webrtc.NewAPI(webrtc.WithSettingEngine(engine)), nil
}

// fingerprint of the certificate by which the video server holds its end of this connection (RFC 8122).
func fingerprint(peer *webrtc.PeerConnection) string {
	for _, sender := range peer.GetSenders() {
		if transport := sender.Transport(); transport != nil {
			sum := sha256.Sum256(transport.GetRemoteCertificate())
			return hex.EncodeToString(sum[:])
		}
	}
	return ""
}
