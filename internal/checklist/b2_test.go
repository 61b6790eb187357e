package checklist_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
	"github.com/goalkit/goalkit/rollup"
	"github.com/goalkit/goalkit/rollup/report"
	"github.com/goalkit/goalkit/smart"
)

// What cannot be measured is done or not, or set by hand, and what is only watched
// gives no progress: nothing makes up a number.
func brandVoice(t *testing.T) {
	watched := micro("watched", "identity", "2026", "share_of_voice", "", kpi.Target{})
	watched.Measure.Target = nil
	byHand := goal.Goal{
		ID: "voice", Level: goal.Micro, Period: "2026", Supports: []goal.Link{{Goal: "identity"}},
		Override: &goal.Override{Progress: kpi.Num("0.4"), By: "ann", Reason: "two of five channels sound like us"},
	}
	w := plan(macro("identity", "2026"), milestone("guide", "identity", "2026-Q1"), watched, byHand)
	w.read("mentions", "", "2026-02-01", "30")
	w.read("competitor_mentions", "", "2026-02-01", "90")

	s := w.snapshot(t, rollup.Policy{Unknown: rollup.UnknownSkip}, "2026-02-15")
	guide := result(t, s, "guide")
	assert.Equal(t, "0", guide.Progress.String())
	assert.Equal(t, "0", guide.Expected.String(), "a milestone is due at the end")
	assert.Equal(t, "0.25", result(t, s, "watched").Value.String(), "30 of 120 mentions")
	assert.False(t, result(t, s, "watched").Progress.Known())
	assert.Equal(t, rollup.NoTarget, result(t, s, "watched").Absence)
	voice := result(t, s, "voice")
	assert.Equal(t, "0.4", voice.Progress.String())
	assert.False(t, voice.Computed.Known(), "by hand, and told apart from what is computed")
	assert.Equal(t, "0.2", result(t, s, "identity").Progress.String())

	w.finish("guide", "", "2026-02-20")
	assert.Equal(t, "1", w.stands(t, "guide", "2026-02-20").Progress.String())
}

// Three posts a week are planned for February, and twice as many leads in March as
// in the months before.
func contentCalendar(t *testing.T) {
	leads := micro("leads", "growth", "2026-Q1", "leads", "instagram", kpi.Deliver("100"))
	leads.Expected = &goal.Profile{Buckets: []kpi.Number{kpi.Int(1), kpi.Int(1), kpi.Int(2)}, By: goal.ByMonth}
	w := plan(macro("growth", "2026"), leads)
	w.plan.Strategies = []goal.Strategy{{
		ID: "posts", Level: goal.Micro, Goals: []string{"leads"}, Channel: "instagram", Period: "2026-02-02/2026-03-01",
		Cadence: kpi.Weekly, Planned: kpi.Int(3), Done: "posts_published", Kind: "content",
	}}
	w.read("posts_published", "instagram", "2026-02-03", "3", "2026-02-10", "1", "2026-02-12", "1", "2026-02-20", "4")

	assert.Equal(t, "0.25", w.stands(t, "leads", "2026-01-31").Expected.String())
	assert.Equal(t, "0.5", w.stands(t, "leads", "2026-02-28").Expected.String())
	assert.Equal(t, "1", w.stands(t, "leads", "2026-03-31").Expected.String())

	r := w.report(t, report.Quarter, "2026-03-31")
	require.Len(t, r.Work, 1)
	posts := r.Work[0]
	assert.Equal(t, "12", posts.Planned.String(), "in four weeks")
	assert.Equal(t, "9", posts.Done.String())
	var done []string
	for _, turn := range posts.Turns {
		assert.Equal(t, "3", turn.Planned.String())
		done = append(done, turn.Starts+" "+turn.Done.String())
	}
	assert.Equal(t, []string{"2026-02-02 3", "2026-02-09 2", "2026-02-16 4", "2026-02-23 unknown"}, done)
	assert.Equal(t, 2, posts.Recent.Met)
	assert.Equal(t, "0.5", posts.Recent.Share.String())
}

// Audiences of 1,000 that grow by 5, 20 and 40 stand below, in and above a benchmark
// of 1% to 3%. The catalogue has benchmarks too, and a target far above one is named.
func benchmarks(t *testing.T) {
	published := marketing.Benchmark{Low: kpi.Num("0.01"), High: kpi.Num("0.03"), Source: "somebody", Year: 2026}
	for end, want := range map[int64]marketing.Position{1005: marketing.Below, 1010: marketing.Within, 1020: marketing.Within, 1040: marketing.Above} {
		growth, why := kpi.RelativeChange(kpi.ValueOf(kpi.Int(1000)), kpi.ValueOf(kpi.Int(end)))
		require.Empty(t, why)
		assert.Equal(t, want, published.Position(growth), end)
	}
	rate, ok := marketing.Find("response_rate")
	require.True(t, ok)
	require.NotEmpty(t, rate.Benchmarks)
	assert.Equal(t, marketing.Within, rate.Benchmarks[0].Position(kpi.ValueOf(kpi.Num("0.15"))), "10% to 20% of messages")

	w := plan(macro("sales", "2026"), micro("rate", "sales", "2026-Q1", "conversion_rate", "web", kpi.Reach("0.02", "0.2")))
	review, err := smart.Checks{Benchmarks: map[string][]marketing.Benchmark{"conversion_rate": {published}}}.
		Assess(w.hierarchy(t), w.ledger(t), endOf("2025-12-31"))
	require.NoError(t, err)
	assert.True(t, slices.ContainsFunc(review.Goals[1].Findings, func(f smart.Finding) bool { return f.Code == "achievable.benchmark" }))
}

// A message is to be brought to three platforms. One is done, one is planned, and
// nothing is planned for the third.
func alignedMessaging(t *testing.T) {
	on := func(channel string) goal.Goal {
		g := milestone("claim on "+channel, "claim", "2026-Q1")
		g.Channel = channel
		return g
	}
	w := plan(macro("claim", "2026"), on("instagram"), on("linkedin"))
	w.policy.Channels = []string{"instagram", "linkedin", "tiktok"}
	w.finish("claim on linkedin", "linkedin", "2026-01-20")
	assert.Equal(t, "0.5", w.stands(t, "claim", "2026-01-31").Progress.String())

	r := w.report(t, report.Month, "2026-01-31")
	require.NotNil(t, r.Coverage)
	assert.Equal(t, w.policy.Channels, r.Coverage.Channels)
	row := r.Coverage.Rows[0]
	assert.Equal(t, "claim", row.Goal)
	assert.Equal(t, []string{"claim on instagram"}, row.Cells[0].Goals)
	assert.Equal(t, []string{"tiktok"}, row.Gaps)
	uncovered := insights(r, "channel-uncovered")
	require.Len(t, uncovered, 1)
	assert.Equal(t, "tiktok", fact(t, uncovered[0], "channels"))
}
