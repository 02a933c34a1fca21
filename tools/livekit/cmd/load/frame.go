package main

import (
	"bytes"
	"encoding/binary"
	"time"
)

// A VP8 frame begins with a header of ten bytes (RFC 6386, 9.1): three of frame tag, and in a key frame the start code
// and the size. Nobody decodes what follows, so it carries the time instead.
var (
	keyHeader   = []byte{0x10, 0x00, 0x00, 0x9d, 0x01, 0x2a, 0x40, 0x01, 0xb4, 0x00}
	deltaHeader = []byte{0x11, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00}
	mark        = []byte("klubba-t")
)

// searchBytes is how far into a packet the mark can stand: a payload descriptor is at most six bytes long.
const searchBytes = 48

// frame makes a frame of about size bytes that tells when it was sent.
func frame(size int, key bool) []byte {
	header := deltaHeader
	if key {
		header = keyHeader
	}
	made := make([]byte, 0, max(size, len(header)+len(mark)+8))
	made = append(made, header...)
	made = append(made, mark...)
	made = binary.BigEndian.AppendUint64(made, uint64(time.Now().UnixNano()))
	return append(made, make([]byte, max(0, size-len(made)))...)
}

// sentAt reads the time from the first packet of a frame; false for every other packet.
func sentAt(payload []byte) (time.Time, bool) {
	at := bytes.Index(payload[:min(len(payload), searchBytes)], mark)
	if at < 0 || len(payload) < at+len(mark)+8 {
		return time.Time{}, false
	}
	return time.Unix(0, int64(binary.BigEndian.Uint64(payload[at+len(mark):]))), true
}
