package main

import (
	"testing"
	"time"
)

func TestAFrameTellsWhenItWasSent(t *testing.T) {
	before := time.Now()
	for _, key := range []bool{true, false} {
		packet := append([]byte{0x90, 0x80, 0x81, 0x02}, frame(400, key)...)
		sent, timed := sentAt(packet)
		if !timed || sent.Before(before) || sent.After(time.Now()) {
			t.Fatalf("sent %v, timed %v", sent, timed)
		}
	}
	if _, timed := sentAt(make([]byte, 1200)); timed {
		t.Fatal("a packet without a mark has no time")
	}
}

func TestLossIsWhatNeverCame(t *testing.T) {
	for name, one := range map[string]struct {
		numbers []uint16
		lost    uint64
	}{
		"nothing missing":        {[]uint16{10, 11, 12}, 0},
		"one gap":                {[]uint16{10, 12, 13}, 1},
		"late, but came":         {[]uint16{10, 12, 11, 13}, 0},
		"twice is once":          {[]uint16{10, 11, 11, 13}, 1},
		"over the wrap-around":   {[]uint16{65534, 65535, 1, 2}, 1},
		"before the first count": {[]uint16{10, 9, 11}, 0},
	} {
		s := &stream{seen: map[uint16]uint64{}}
		for _, number := range one.numbers {
			s.add(number)
		}
		if s.lost() != one.lost {
			t.Errorf("%s: lost %d, not %d", name, s.lost(), one.lost)
		}
	}
}

func TestQuantiles(t *testing.T) {
	values := []float64{5, 1, 4, 2, 3}
	if quantile(values, 0.5) != 3 || quantile(values, 1) != 5 || quantile(nil, 0.5) != 0 {
		t.Fatal(quantile(values, 0.5), quantile(values, 1), quantile(nil, 0.5))
	}
}
