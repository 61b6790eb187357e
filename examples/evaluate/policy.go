package main

import (
	"github.com/goalkit/goalkit/internal/strict"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// policy is the contract's policy.
type policy struct {
	Unknown        unknown             `json:"unknown"`
	Empty          rollup.Empty        `json:"empty"`
	AllZeroWeights rollup.AllZero      `json:"allZeroWeights"`
	ClosedCounts   rollup.ClosedCounts `json:"closedCounts"`
	Cap            kpi.Number          `json:"cap"`   // or "none"
	Floor          kpi.Number          `json:"floor"` // or "none"
	Pace           pace                `json:"pace"`
	ParentStatus   rollup.ParentStatus `json:"parentStatus"`
}

// unknown is "zero", "skip" or {"skipFrom": c}.
type unknown struct {
	Word     string     `json:"-" strict:"word"`
	SkipFrom kpi.Number `json:"skipFrom"`
	given    bool
}

func (u *unknown) UnmarshalJSON(data []byte) error {
	type plain unknown
	if data[0] == '"' {
		return strict.Unmarshal(data, &u.Word)
	}
	var read plain
	if err := strict.Unmarshal(data, &read); err != nil {
		return err
	}
	*u = unknown{SkipFrom: read.SkipFrom, given: true}
	return nil
}

// pace is {"rule": …, "ahead": …, "onTrack": …, "behind": …} or the name of one of
// rollup.PacePresets.
type pace struct {
	Preset  string          `json:"-" strict:"word"`
	Rule    rollup.PaceRule `json:"rule"`
	Ahead   kpi.Number      `json:"ahead"` // or "none"
	OnTrack kpi.Number      `json:"onTrack"`
	Behind  kpi.Number      `json:"behind"`
}

func (p *pace) UnmarshalJSON(data []byte) error {
	type plain pace
	if data[0] == '"' {
		return strict.Unmarshal(data, &p.Preset)
	}
	var read plain
	if err := strict.Unmarshal(data, &read); err != nil {
		return err
	}
	*p = pace(read)
	return nil
}

// read returns the policy, and kpi.Problems with all its faults.
func (p policy) read() (rollup.Policy, error) {
	var faults kpi.Problems
	read := rollup.Policy{
		Unknown: rollup.Unknown(p.Unknown.Word), Empty: p.Empty, AllZeroWeights: p.AllZeroWeights,
		ClosedCounts: p.ClosedCounts, ParentStatus: p.ParentStatus,
		Pace: rollup.Pace{Rule: p.Pace.Rule, OnTrack: p.Pace.OnTrack, Behind: p.Pace.Behind},
	}
	read.Pace.Ahead, read.Pace.NoAhead = limit(p.Pace.Ahead)
	if p.Unknown.given {
		read.Unknown, read.KnownFrom = rollup.UnknownSkip, p.Unknown.SkipFrom
		if !p.Unknown.SkipFrom.Given() {
			faults.Add("", "policy.unknown.skipFrom", rollup.ErrPolicy, "", "want a share from 0 to 1")
		}
	}
	if name := p.Pace.Preset; name != "" {
		var ok bool
		if read.Pace, ok = rollup.PacePreset(name); !ok {
			faults.Add("", "policy.pace", kpi.ErrEnum, name, "no preset has this name")
		}
	}
	read.Cap, read.NoCap = limit(p.Cap)
	read.Floor, read.NoFloor = limit(p.Floor)
	return read, joined([]error{faults.Err(), read.Check()})
}

// limit reads a decimal or "none".
func limit(n kpi.Number) (kpi.Number, bool) {
	if n.String() == "none" {
		return kpi.Number{}, true
	}
	return n, false
}
