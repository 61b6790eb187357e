package smart_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestGuards: a limit need not drive what it guards, and a budget does not work
// against what it pays for.
func TestGuards(t *testing.T) {
	for _, tt := range []struct{ goal, want string }{
		{"metric=nps reach=40>50", "a relevant.kpi-unrelated"},
		{"metric=nps at_least=40", ""},
		{"metric=ad_spend reach=>900 window=7d", ""},
		{"metric=leads reach=>100", ""},
		{"metric=visits reach=900>800\nmetric visits count last\ndriver visits leads 1", "a relevant.opposes-parent"},
		{"metric=visits at_most=900\nmetric visits count last\ndriver visits leads 1", ""},
		{"metric=ad_spend at_most=900\ndriver ad_spend leads 1", ""},
	} {
		plan := base("n macro 2026 owner=ann metric=leads reach=>9000\na micro 2026-Q2 supports=n " + tt.goal)
		got := found(t, plan, "relevant.kpi-unrelated", "relevant.opposes-parent")
		assert.Equal(t, tt.want, strings.Join(got, " "), tt.goal)
	}
}

// TestConfiguration: how many goals serve one, what they weigh, how often it is
// looked at.
func TestConfiguration(t *testing.T) {
	six := func(n string, states ...string) string {
		var b strings.Builder
		for i, state := range states {
			b.WriteString("\nx" + string(rune('a'+i)) + " micro 2026-Q2 supports=" + n + " metric=orders " + state)
		}
		return "n macro 2026 owner=ann" + b.String()
	}
	for _, tt := range []struct{ goals, want string }{
		{six("n", "", "", "", "", ""), ""},
		{six("n", "", "", "", "", "", ""), "n relevant.many-children"},
		{six("n", "", "", "", "", "", "state=paused"), "n relevant.many-children"},
		{six("n", "", "", "", "", "", "state=draft"), ""},
		{six("n", "", "", "", "", "", "state=cancelled"), ""},
		{six("n:0", "", "", "", "", "", ""), "n relevant.weights-zero"},
		{"n macro 2026 state=closed" + strings.TrimPrefix(six("n", "", "", "", "", "", ""), "n macro 2026 owner=ann"), ""},
		{"n macro 2026\na micro 2026-Q2 supports=n:0 metric=orders\nb micro 2026-Q3 supports=n metric=orders", ""},
		{"n macro 2026\na micro 2026-Q2 supports=n:0 metric=orders\nb micro 2026-Q3 supports=n metric=orders state=draft", "n relevant.weights-zero"},
		{"n macro 2026\na micro 2026-Q2 supports=n:0 metric=orders state=cancelled", ""}, // it has none
		{"n macro 2026 metric=orders cadence=month reach=>9\na micro 2026-Q2 supports=n:0 metric=orders", ""},
		{"n macro 2026 metric=orders cadence=month reach=>9 progress=children\na micro 2026-Q2 supports=n:0 metric=orders", "n relevant.weights-zero"},
		{"n macro 2026 metric=orders\na micro 2026-Q2 supports=n:0 metric=orders", "n relevant.weights-zero"}, // only watched
		{"n macro 2026\na micro 2026-Q2 supports=n metric=orders reach=>9", "a measurable.no-cadence"},
		{"n macro 2026\na micro 2026-Q2 supports=n metric=orders reach=>9 cadence=week", ""},
		{"n macro 2026\na micro 2026-Q2 supports=n metric=orders reach=>9 state=cancelled", ""},
		{"n macro 2026\na micro 2026-Q1 supports=n metric=orders reach=>9", ""}, // over
		{"n macro 2026\na micro 2026-Q2 supports=n metric=orders done=1", ""},
	} {
		got := found(t, "at 2026-04-15\n"+tt.goals, "relevant.many-children", "relevant.weights-zero", "measurable.no-cadence")
		assert.Equal(t, tt.want, strings.Join(got, " "), tt.goals)
	}
}
