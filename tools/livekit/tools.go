//go:build tools

// Package livekit pins the video server. Nothing here runs: the blank import keeps its whole
// dependency tree in go.sum, so that every machine builds the same server.
package livekit

import _ "github.com/livekit/livekit-server/cmd/server"
