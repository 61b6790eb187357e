package kpi_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/goalkit/goalkit/kpi"
)

func TestActivity(t *testing.T) {
	tests := []struct {
		name  string
		turns string // + met, - not met, . without a reading
		want  kpi.Activity
		share string
		why   kpi.Absence
	}{
		{"nothing due", "", kpi.Activity{}, "unknown", kpi.NothingDue},
		{"never read", "...", kpi.Activity{Due: 3}, "unknown", kpi.NoReading},
		{"never met", "-.-", kpi.Activity{Due: 3, Read: 2}, "0", ""},
		{"7 of 7 stories", "+++++++", kpi.Activity{Due: 7, Read: 7, Met: 7, Streak: 7, Longest: 7}, "1", ""},
		{"a miss breaks the streak", "++-+", kpi.Activity{Due: 4, Read: 4, Met: 3, Streak: 1, Longest: 2}, "0.75", ""},
		{"and so does no reading", "+++.", kpi.Activity{Due: 4, Read: 3, Met: 3, Longest: 3}, "0.75", ""},
		// Profit.co: keep between 4 and 5 for 13 weeks, 9 of them met: 69 %.
		{"9 of 13 weeks", "+++-++-+-++.+", kpi.Activity{Due: 13, Read: 12, Met: 9, Streak: 1, Longest: 3}, "0.692307692307692308", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var a kpi.Activity
			for _, c := range test.turns {
				a.Add(turnOf(c))
			}
			assert.Equal(t, test.want, a)
			share, why := a.Share()
			assert.Equal(t, test.share, share.String())
			assert.Equal(t, test.why, why)
		})
	}
}

func turnOf(c rune) kpi.Turn {
	value := map[rune]kpi.Number{'+': kpi.Num("4.5"), '-': kpi.Int(6)}[c]
	return kpi.Within("4", "5").Keep().Turn(kpi.Period{}, kpi.Ask{}, kpi.Answer{Value: kpi.ValueOf(value)}, false)
}

// Bounds are included, and a tolerance softens a score but not what is met.
func TestTargetMet(t *testing.T) {
	soft := kpi.AtMost("7200")
	soft.Tolerance = kpi.Int(3600)
	tests := []struct {
		target kpi.Target
		value  string
		want   bool
	}{
		{soft, "7200", true},
		{soft, "7200.01", false},
		{kpi.AtLeast("1"), "1", true},
		{kpi.AtLeast("1"), "0.99", false},
		{kpi.Within("4", "5"), "4", true},
		{kpi.Within("4", "5"), "5.001", false},
		{kpi.Within("4", "5"), "3.999", false},
		{kpi.Reach("0", "1"), "1", false},
		{kpi.Finish(), "1", false},
	}
	for _, test := range tests {
		assert.Equal(t, test.want, test.target.Met(kpi.ValueOf(kpi.Num(test.value))), "%s of %s", test.value, test.target.Kind)
		assert.False(t, test.target.Met(kpi.Value{}))
	}
}

// A stock is carried forward for ever, so only a reading of its own shows that
// somebody looked.
func TestTurnOfAStock(t *testing.T) {
	week := period(t, "2026-W10", nil)
	ask := kpi.Ask{Window: week}
	held := kpi.Answer{Value: kpi.ValueOf(kpi.Int(9)), Newest: week.Start.Add(-time.Nanosecond)}
	read := held
	read.Newest = week.Start

	target := kpi.AtLeast("5").Keep()
	assert.Equal(t, kpi.Turn{Period: week, Absence: kpi.NoReading}, target.Turn(week, ask, held, true))
	assert.True(t, target.Turn(week, ask, read, true).Met)
	assert.True(t, target.Turn(week, ask, held, false).Met)
}
