package smart_test

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
	"github.com/goalkit/goalkit/smart"
)

// good is a plan without a fault: what serves what, who does it, readings.
const good = `at 2026-03-31
more  macro 2026    owner=ann
web   micro 2026-Q2 owner=ann supports=more metric=leads channel=website reach=>300 cadence=week
news  micro 2026-Q2 owner=bob supports=more metric=leads channel=email reach=>980 cadence=week
subs  micro 2026-Q2 owner=bob supports=more metric=subscribers reach=5000>5600 cadence=week
read leads/website week 22 25 21 24 23 26 20 23 22 25 21 24 23 26 20 23 22 25 21 24
read leads/email week 75 79 71 77 74 78 72 76 75 79 71 77 74 78 72 76 75 79 71 77
read subscribers week 4700 4730 4790 4810 4880 4890 4960 5000`

func TestGoodPlan(t *testing.T) {
	review := readWorld(t, good).assess(t)
	assert.Empty(t, findings(review))
	for _, g := range review.Goals {
		assert.Equal(t, smart.Smart, g.Verdict)
		assert.Equal(t, "100", g.Score.String())
	}
}

// TestSeededFaults breaks the good plan in one place at a time: what is found is
// that fault and nothing else.
func TestSeededFaults(t *testing.T) {
	for _, tt := range []struct{ old, new, want string }{
		{" owner=bob supports=more metric=leads", " supports=more metric=leads", "news specific.owner-missing"},
		{"news  micro", "news  macro", "news relevant.no-children news time.window"},
		{"2026-Q2 owner=bob", "2026-H2 owner=bob", "news achievable.sandbagged news time.window"},
		{"2026-Q2 owner=bob", "2025-Q4 owner=bob", "news time.past news time.outside-parent"},
		{"supports=more metric=leads channel=email", "metric=leads channel=email", "news relevant.no-parent"},
		{"reach=>980", "reach=>900", "news achievable.sandbagged"},
		{"reach=>980", "reach=>993", "news achievable.stretch news achievable.beyond-best"},
		{"reach=>980", "reach=>1050", "news achievable.unrealistic news achievable.beyond-best"},
		{"reach=>980 ", "", "news measurable.no-quantity"},
		{"reach=>980 cadence=week", "reach=>980 cadence=quarter", "news measurable.cadence news achievable.no-history news time.window"},
		{"reach=>980 cadence=week", "at_most=980 cadence=week", "news measurable.polarity"},
		{"channel=email", "channel=website", "news specific.duplicate news achievable.unrealistic news achievable.beyond-best"},
		{"reach=5000>5600", "reach=4000>4900", "subs achievable.already-met"},
		{"reach=5000>5600", "change=0.2%", "subs achievable.sandbagged"},
		{"reach=5000>5600", "reach=5000>9000", "subs achievable.unrealistic subs achievable.beyond-best"},
		{"reach=5000>5600", "reach=5600>5000", "subs measurable.polarity subs achievable.already-met"},
		{"reach=5000>5600", "reach=-1000>-10", "subs measurable.out-of-domain subs achievable.already-met"},
		{"read subscribers week", "read subscribers@2026-02-01 week", "subs measurable.stale-data subs achievable.sandbagged"},
	} {
		t.Run(tt.new, func(t *testing.T) {
			broken := strings.Replace(good, tt.old, tt.new, 1)
			require.NotEqual(t, good, broken)
			var got []string
			for _, f := range findings(readWorld(t, broken).assess(t)) {
				got = append(got, f.Goal+" "+f.Code)
			}
			assert.Equal(t, tt.want, strings.Join(got, " "))
		})
	}
}

// TestStates: history is left alone, drafts are not.
func TestStates(t *testing.T) {
	for state, want := range map[string]string{
		"active":    "time.past",
		"draft":     "time.past",
		"paused":    "time.past",
		"closed":    "",
		"cancelled": "",
	} {
		w := readWorld(t, base(`a micro 2026-Q1 owner=bob supports=m metric=orders reach=>900 title="Try XX" state=`+state))
		var got []string
		for _, f := range w.assess(t).Goals[2].Findings {
			if f.Criterion == smart.TimeBound {
				got = append(got, f.Code)
			}
		}
		assert.Equal(t, want, strings.Join(got, " "), state)
	}
}

// base adds lines to a plan without faults.
func base(lines string) string {
	return `at 2026-04-15
m  macro 2026    owner=ann
m1 micro 2026-Q2 owner=ann supports=m metric=new_customers reach=>300
` + lines
}

// TestMeasuredBaselines: where a target without from leads depends on what was read.
func TestMeasuredBaselines(t *testing.T) {
	const subscribers = "\nread subscribers@2026-03-31 week 4700 4730 4790 4810 4880 4890 4960 5000"
	for _, tt := range []struct{ goal, want string }{
		{"metric=subscribers reach=>5600" + subscribers, ""},
		{"metric=subscribers change=+12%" + subscribers, ""},
		{"metric=subscribers change=-12%" + subscribers, "measurable.polarity achievable.unrealistic achievable.beyond-best"},
		{"metric=subscribers reach=>4000" + subscribers, "achievable.already-met"},
		{"metric=subscribers reach=>5000" + subscribers, "measurable.no-change"},
		{"metric=subscribers change=+12%", "measurable.no-baseline achievable.no-history"},
		{"metric=subscribers reach=5000>5600", "achievable.no-history"},
		{"metric=subscribers reach=>5600 fromAt=2025-10-31\nread subscribers@2025-10-31 week 4700 4730", "measurable.stale-data achievable.no-history"},
		{"metric=customers_lost reach=>100", "measurable.polarity achievable.no-history"},
		{"metric=customers_lost at_most=100", "achievable.no-history"},
	} {
		w := readWorld(t, base("a micro 2026-Q2 owner=bob supports=m "+tt.goal))
		w.checks.Off = []string{"measurable.no-cadence"}
		a := w.assess(t).Goals[2]
		assert.Equal(t, tt.want, strings.Join(codes(a.Findings), " "), tt.goal)
	}
}

// TestMilestones: what is done before it begins is no goal.
func TestMilestones(t *testing.T) {
	for at, want := range map[string]string{
		"2026-03-31": "achievable.already-met",
		"2026-04-15": "",
	} {
		w := readWorld(t, "at "+at+"\nm macro 2026 owner=ann\na micro 2026-Q2 owner=bob supports=m metric=site done=1\nmetric site count last")
		w.read(t, "site@2026-03-20", kpi.Weekly, []string{"1"})
		assert.Equal(t, want, strings.Join(codes(w.assess(t).Goals[1].Findings), " "), at)
	}
}

// TestDrivers: what a formula says, and what the host declares.
func TestDrivers(t *testing.T) {
	const plan = `at 2026-03-31
n macro 2026    owner=ann metric=%s reach=%s
a micro 2026-Q2 owner=bob supports=n metric=%s reach=%s`
	for _, tt := range []struct{ parent, parentReach, child, reach, driver, want string }{
		{"conversions", ">900", "conversion_rate", "0.02>0.03", "", ""},
		{"conversion_rate", "0.02>0.03", "conversions", ">900", "", ""},
		{"cpl", "50>40", "leads", ">900", "", ""}, // a denominator moves the quotient down
		{"cpl", "50>40", "ad_spend", ">900", "", "relevant.opposes-parent"},
		{"cpl", "50>40", "nps", "30>40", "", "relevant.kpi-unrelated"},
		{"leads", ">900", "nps", "30>40", "driver nps leads 1", ""},
		{"leads", ">900", "nps", "40>30", "driver nps leads 1", "relevant.opposes-parent"},
		{"churn_rate", "0.05>0.04", "nps", "30>40", "driver nps churn_rate -1", ""},
		{"churn_rate", "0.05>0.04", "nps", "30>40", "driver nps churn_rate 1", "relevant.opposes-parent"},
		{"leads", ">900", "sessions", ">90000", "", ""},
		{"leads", ">900", "sessions", ">90000", "driver sessions leads -1", "relevant.opposes-parent"},         // what is declared holds beside the theme
		{"clicks", ">900", "impressions", ">90000", "driver impressions clicks -1", "relevant.opposes-parent"}, // and beside a formula
		{"leads", ">900", "leads", ">400", "", ""},
		{"bounce_rate", "0.5>0.4", "engaged_sessions", ">900", "", ""},
		{"bounce_rate", "0.5>0.4", "sessions", ">900", "", ""}, // above and below the line: the direction is open
	} {
		t.Run(tt.child+" "+tt.parent, func(t *testing.T) {
			w := readWorld(t, fmt.Sprintf(plan, tt.parent, tt.parentReach, tt.child, tt.reach)+"\n"+tt.driver)
			var got []string
			for _, f := range w.assess(t).Goals[1].Findings {
				if f.Criterion == smart.Relevant {
					got = append(got, f.Code)
				}
			}
			assert.Equal(t, tt.want, strings.Join(got, " "))
		})
	}
}

func TestChecks(t *testing.T) {
	w := readWorld(t, good)
	h, err := goal.New(w.plan, marketing.Metrics("EUR")...)
	require.NoError(t, err)
	at, err := h.Moment(w.at)
	require.NoError(t, err)
	faulty := smart.Checks{
		Off:        []string{"specific.owner-missing", "no.such-rule"},
		Thresholds: smart.Thresholds{MicroDays: -1, Stretch: math.NaN(), Sandbagged: 2},
		Drivers:    []goal.Driver{{From: "a"}},
	}
	for _, err := range []error{
		func() error { _, err := faulty.Assess(h, &w.ledger, at); return err }(),
		func() error { _, err := faulty.Draft(smart.Draft{}); return err }(),
	} {
		var problems kpi.Problems
		require.ErrorAs(t, err, &problems)
		var fields []string
		for _, p := range problems {
			fields = append(fields, p.Field)
		}
		assert.Equal(t, []string{
			"off[1]", "thresholds.microDays", "thresholds.stretch", "thresholds.sandbagged", "drivers[0].to",
		}, fields)
	}
	_, err = smart.Checks{}.Assess(h, &w.ledger, kpi.Moment{})
	assert.ErrorIs(t, err, kpi.ErrTime)
	_, err = smart.Checks{}.Assess(h, brokenSource{}, at)
	assert.ErrorIs(t, err, errBroken)
}

var errBroken = fmt.Errorf("broken")

type brokenSource struct{}

func (brokenSource) Tallies([]kpi.Query, func(int, kpi.Tally)) error { return errBroken }

// TestOff: a rule that is off finds nothing, and its criterion is the better for it.
func TestOff(t *testing.T) {
	w := readWorld(t, strings.Replace(good, " owner=bob", "", 1))
	assert.Equal(t, []string{"specific.owner-missing"}, codes(findings(w.assess(t))))
	w.checks.Off = []string{"specific.owner-missing"}
	review := w.assess(t)
	assert.Empty(t, findings(review))
	points, ok := review.Goals[2].Criteria.Specific.Points()
	assert.True(t, ok)
	assert.Equal(t, 100, points)
}

// TestThresholds: each one moves its rule.
func TestThresholds(t *testing.T) {
	w := readWorld(t, good)
	w.checks.Thresholds = smart.Thresholds{
		MicroDays: 60, MacroMonths: 24, ShortDays: 60, FewestDue: 99, StaleCadences: 1, Stretch: 0.99, Sandbagged: 0.99, Words: 3,
		Children: 2,
	}
	got := codes(findings(w.assess(t)))
	assert.Contains(t, got, "time.window")
	assert.Contains(t, got, "measurable.cadence")
	assert.Contains(t, got, "achievable.stretch")
	assert.Contains(t, got, "relevant.many-children")
	a, err := w.checks.Draft(smart.Parse("Increase newsletter subscribers by 8% by June 30", thursday))
	require.NoError(t, err)
	assert.Contains(t, codes(a.Findings), "specific.too-long")
}

// TestOrder: findings stand in the order of the rules, and the same input always
// gives the same answer.
func TestOrder(t *testing.T) {
	place := make(map[string]int)
	for r := range smart.Rules() {
		place[r.Code] = len(place)
	}
	w := readWorld(t, base(`a micro 2025-H1 supports=m metric=followers reach=5000>4000 title="Increase followers by XX% and TBD"
b micro 2025-H1 supports=m metric=followers reach=5000>4000
c macro 2026-Q1`))
	first := w.assess(t)
	assert.Equal(t, first, w.assess(t))
	for _, g := range first.Goals {
		last := 0
		for _, f := range g.Findings {
			assert.GreaterOrEqual(t, place[f.Code], last, f.Code)
			last = place[f.Code]
		}
	}
	assert.Greater(t, len(findings(first)), 12)
}

// TestScore: the arithmetic, on findings whose severities are known.
func TestScore(t *testing.T) {
	w := readWorld(t, base(`a micro 2026-H2 metric=followers reach=5000>140 cadence=month`))
	a := w.assess(t).Goals[2]
	assert.Equal(t, []string{
		"specific.channel-missing", "specific.owner-missing", "measurable.polarity",
		"achievable.no-history", "relevant.no-parent", "time.window",
	}, codes(a.Findings))
	data, err := json.Marshal(a.Criteria)
	require.NoError(t, err)
	// 100 - 10 - 30; 100 - 30; not judged; 100 - 30; 100 - 30.
	assert.JSONEq(t, `{"specific":60,"measurable":70,"achievable":"not assessed","relevant":70,"time_bound":70}`, string(data))
	assert.Equal(t, "68", a.Score.String(), "67.5, half up")
	assert.Equal(t, smart.Smart, a.Verdict, "no criterion failed")
	var back smart.Criteria
	require.NoError(t, json.Unmarshal(data, &back))
	assert.Equal(t, a.Criteria, back)
	for _, bad := range []string{`101`, `-1`, `"100"`, `1.5`, `"not"`, `007`, `null`} {
		assert.Error(t, new(smart.Score).UnmarshalJSON([]byte(bad)), bad)
	}
}

// TestEmpty: nothing is wrong with nothing.
func TestEmpty(t *testing.T) {
	h, err := goal.New(goal.Plan{})
	require.NoError(t, err)
	review, err := smart.Checks{}.Assess(h, new(kpi.Ledger), kpi.UpTo(time.Unix(0, 0)))
	require.NoError(t, err)
	assert.Empty(t, findings(review))
	a, err := smart.Checks{}.Draft(smart.Draft{})
	require.NoError(t, err)
	assert.Equal(t, smart.NotSmart, a.Verdict)
}
