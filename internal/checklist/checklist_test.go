// Package checklist_test goes through what people who write about goals in social
// media marketing ask of them, statement by statement: those on macro and micro
// goals (A) and those on macro and micro strategies (B). For each there is a small
// plan with readings, and figures worked out by hand that the library has to give.
// It uses the public packages only, as a host does.
package checklist_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A row is a statement, and the test that the library does what it asks for.
type row struct {
	statement string // an id and a few words
	check     func(*testing.T)
}

var rows = []row{
	{"A1 goals give direction and a roadmap", roadmap},
	{"A2 macro goals are high level and take 12 months or more", macroHorizon},
	{"A3 awareness, traffic, rankings and leads", themes},
	{"A4 all efforts align with macro goals", alignment},
	{"A5 micro goals are specific, measurable and short", microSpecific},
	{"A6 micro goals give milestones and progress to macro goals", weightedProgress},
	{"A7 subscribers, click-through rate, engagement rate", microKPIs},
	{"A8 tracking tells whether a macro goal is on track", macroStatus},
	{"A9 followers up by 10% in the next quarter", nextQuarter},
	{"A10 aligned macro and micro goals make the strategy", coverage},
	{"A11 a conversion rate up by 10% means more leads", moreLeads},
	{"A12 several channels serve one macro goal", severalChannels},
	{"B1 micro actions daily or weekly", dailyStories},
	{"B2 respond to comments and messages promptly", promptResponses},
	{"B3 limited-time promotions", promotion},
	{"B4 optimise posts", bestPosts},
	{"B5 macro goals of brand voice and identity", brandVoice},
	{"B6 a quarterly content calendar", contentCalendar},
	{"B7 benchmarks for audience growth", benchmarks},
	{"B8 messaging aligned across platforms", alignedMessaging},
	{"B9 long partnerships, and micro-influencers for less", influencers},
	{"B10 macro results come late", lateResults},
	{"B11 both layers in one package", bothLayers},
	{"B12 polls, questions, feedback", feedback},
	{"B13 tests of content types, times and calls to action", experiments},
	{"B14 analyse and fine-tune", fineTune},
	{"B15 SMART goals", fiveLetters},
	{"B16 easier to measure return on investment", returnOnInvestment},
	{"B17 consistency across platforms", consistency},
	{"B18 quarterly or seasonal campaigns are planned ahead", seasons},
	{"B19 reach, engagement, conversions and return over the long term", longTerm},
	{"B20 insights lead to adjustments", adjustments},
	{"B21 day-to-day trends with long-term goals", weekAndYear},
	{"B22 platform-specific micro goals, one macro goal", platformSpecific},
	{"B23 a weekly engagement summary", weeklySummary},
	{"B24 a monthly performance report with insights", monthlyReport},
	{"B25 community management every day", communityManagement},
	{"B26 the macro roadmap is maintained", maintainedRoadmap},
	{"B27 micro data informs macro decisions", microData},
	{"B28 the macro plan is revisited quarterly", quarterlyReview},
	{"B29 micro tasks are delegated", delegation},
	{"B30 stay agile, leave room", agility},
	{"B31 momentum", momentum},
}

func TestChecklist(t *testing.T) {
	for _, r := range rows {
		t.Run(r.statement, r.check)
	}
}

// There are 12 statements of the first kind and 31 of the second.
func TestEveryStatement(t *testing.T) {
	var want, got []string
	for i := range 12 {
		want = append(want, fmt.Sprintf("A%d", i+1))
	}
	for i := range 31 {
		want = append(want, fmt.Sprintf("B%d", i+1))
	}
	for _, r := range rows {
		id, _, _ := strings.Cut(r.statement, " ")
		got = append(got, id)
		assert.NotNil(t, r.check, id)
	}
	require.Len(t, want, 43)
	assert.Equal(t, want, got)
}
