package kpi_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

func TestProblem(t *testing.T) {
	tests := []struct {
		problem       kpi.Problem
		text, message string
	}{
		{
			kpi.Problem{Goal: "mail", Field: "supports[0].weight", Reason: kpi.ErrNumber, Value: "ten", Detail: "not a number"},
			`goal mail: supports[0].weight: "ten": not a number`, `"ten": not a number`,
		},
		{kpi.Problem{Field: "plan.zone", Reason: "zone", Value: "Mars/Olympus"}, `plan.zone: "Mars/Olympus": zone`, `"Mars/Olympus": zone`},
		{kpi.Problem{Goal: "mail", Reason: kpi.ErrTarget, Detail: "no target"}, "goal mail: no target", "no target"},
		{kpi.Problem{Reason: kpi.ErrTarget}, "target", "target"},
	}
	for _, test := range tests {
		assert.Equal(t, test.text, test.problem.Error())
		assert.Equal(t, test.message, test.problem.Message())
		require.ErrorIs(t, &test.problem, test.problem.Reason)
	}
}

func TestReasonsAreTheContractsCodes(t *testing.T) {
	for code, reason := range map[string]kpi.Reason{
		"number": kpi.ErrNumber, "period": kpi.ErrPeriod, "time": kpi.ErrTime, "enum": kpi.ErrEnum, "metric": kpi.ErrMetric,
		"unknown_metric": kpi.ErrUnknownMetric, "unit": kpi.ErrUnit, "target": kpi.ErrTarget, "empty_id": kpi.ErrEmptyID,
		"duplicate_id": kpi.ErrDuplicateID, "observation": kpi.ErrObservation,
	} {
		assert.EqualError(t, reason, code)
	}
}

func TestProblems(t *testing.T) {
	var ps kpi.Problems
	require.NoError(t, ps.Err(), "no problem is no error")
	ps.Add("a", "title", kpi.ErrEnum, "x", "bad word")
	ps.Add("", "at", kpi.ErrTime, strings.Repeat("é", 100), "bad time")
	err := ps.Err()
	require.Error(t, err)
	require.ErrorIs(t, err, kpi.ErrEnum)
	require.ErrorIs(t, err, kpi.ErrTime)
	require.NotErrorIs(t, err, kpi.ErrUnit)
	first, ok := errors.AsType[*kpi.Problem](err)
	require.True(t, ok)
	assert.Equal(t, &kpi.Problem{Goal: "a", Field: "title", Reason: kpi.ErrEnum, Value: "x", Detail: "bad word"}, first)
	assert.Equal(t, strings.Repeat("é", 32)+"…", ps[1].Value, "values are cut at 64 bytes")
	assert.Equal(t, "goal a: title: \"x\": bad word\nat: \""+strings.Repeat("é", 32)+"…\": bad time", err.Error())
}

func TestManyProblemsPrintLittle(t *testing.T) {
	var ps kpi.Problems
	for range 100_000 {
		ps.Add(strings.Repeat("g", 1000), "title", kpi.ErrEnum, "", "bad word")
	}
	lines := strings.Split(ps.Error(), "\n")
	assert.Len(t, lines, 21)
	assert.Equal(t, "and 99980 more", lines[20])
	assert.Less(t, len(ps.Error()), 21*200)
}

func TestClip(t *testing.T) {
	long := strings.Repeat("x", 64)
	assert.Equal(t, long, kpi.Clip(long))
	assert.Equal(t, long+"…", kpi.Clip(long+"y"))
	assert.Equal(t, "x"+strings.Repeat("é", 31)+"…", kpi.Clip("x"+strings.Repeat("é", 40)), "no half characters")
	assert.True(t, utf8.ValidString(kpi.Clip(strings.Repeat("𝄞", 50))))
	assert.Equal(t, kpi.Clip(long+"yy"), kpi.Clip(kpi.Clip(long+"yy")), "clipping twice changes nothing")
}
