package rollup_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup"
)

// evaluate asks the library.
func (w world) evaluate(t testing.TB) *rollup.Snapshot {
	t.Helper()
	h, err := goal.New(w.plan)
	require.NoError(t, err)
	var ledger kpi.Ledger
	require.NoError(t, goal.CheckObservations(w.plan, w.observations))
	require.NoError(t, ledger.Add(w.observations...))
	at, err := h.Moment(w.moment)
	require.NoError(t, err)
	s, err := w.policy.Evaluate(h, &ledger, at)
	require.NoError(t, err)
	return s
}

// differences compares a snapshot with the oracle's answers, exactly.
func differences(s *rollup.Snapshot, want []*oracleResult) []string {
	var found []string
	for got := range s.All() {
		c := comparison{goal: got.Node.ID()}
		c.result(got, want[got.Node.Index()])
		found = append(found, c.found...)
	}
	return found
}

// A comparison lists where two answers about a goal differ.
type comparison struct {
	goal  string
	found []string
}

func (c *comparison) add(field string, got, want any) {
	c.found = append(c.found, fmt.Sprintf("%s %s: got %v, oracle %v", c.goal, field, got, want))
}

func (c *comparison) ratio(field string, got kpi.Ratio, want *big.Rat) {
	if g := ratioRat(got); !ratSame(g, want) {
		c.add(field, ratText(g), ratText(want))
	}
}

// ratioRat returns a published figure as a fraction.
func ratioRat(r kpi.Ratio) *big.Rat {
	if !r.Known() {
		return nil
	}
	return ratMul(new(big.Rat).SetInt(r.BigInt()), ratUnit)
}

// valueRat returns a published value as a fraction.
func valueRat(v kpi.Value) *big.Rat {
	if !v.Known() {
		return nil
	}
	return v.Rat()
}

func (c *comparison) value(field string, got kpi.Value, want *big.Rat) {
	if v := valueRat(got); !ratSame(v, want) {
		c.add(field, ratText(v), ratText(want))
	}
}

func (c *comparison) result(got rollup.Result, want *oracleResult) {
	c.value("value", got.Value, want.value)
	c.value("from", got.From, want.from)
	c.value("to", got.To, want.to)
	if got.Activity != want.activity {
		c.add("activity", got.Activity, want.activity)
	}
	c.ratio("raw", got.Raw, want.raw)
	c.ratio("computed", got.Computed, want.computed)
	c.ratio("progress", got.Progress, want.progress)
	c.ratio("measured", got.Measured, want.measured)
	c.ratio("supported", got.Supported, want.supported)
	c.ratio("gap", got.Gap, want.gap)
	c.ratio("expected", got.Expected, want.expected)
	c.ratio("pace", got.Pace, want.pace)
	c.ratio("coverage", got.Coverage, want.coverage)
	if got.Status != want.status {
		c.add("status", got.Status, want.status)
	}
	if got.Absence != "" || want.absences != nil {
		if !slices.Contains(want.absences, got.Absence) {
			c.add("absence", got.Absence, want.absences)
		}
	}
	c.parts(got.Parts(), want)
}

func (c *comparison) parts(got []rollup.Part, want *oracleResult) {
	if len(got) != len(want.parts) {
		c.add("number of parts", len(got), len(want.parts))
		return
	}
	sum, any := new(big.Rat), false
	for i, p := range want.parts {
		c.part(fmt.Sprintf("part %d", i), got[i], p)
		if contribution := ratioRat(got[i].Contribution); contribution != nil {
			sum, any = ratAdd(sum, contribution), true
		}
	}
	if any && !ratSame(sum, want.explained) {
		c.add("sum of contributions", ratText(sum), ratText(want.explained))
	}
}

func (c *comparison) part(field string, got rollup.Part, want oraclePart) {
	if got.Own != (want.child < 0) || !got.Own && got.Node.Index() != want.child {
		c.add(field, got.Node.ID(), want.child)
	}
	if got.Excluded != want.excluded {
		c.add(field+" excluded", got.Excluded, want.excluded)
	}
	c.value(field+" weight", got.Weight, want.weight)
	c.ratio(field+" share", got.Share, want.share)
	c.ratio(field+" progress", got.Progress, want.progress)
	c.ratio(field+" contribution", got.Contribution, want.contribution)
}

// TestOracle compares thousands of random worlds with the oracle, exactly, and
// sees to it that every branch of the oracle was taken.
func TestOracle(t *testing.T) {
	branches := map[string]int{}
	hit := func(branch string) { branches[branch]++ }
	failures := 0
	for seed := range max(worlds(1500), 900) { // fewer miss rare branches
		d := seededDice(seed)
		w := newWorld(d, randomShape(d, seed))
		if found := differences(w.evaluate(t), consult(w, roundOnce, hit)); len(found) > 0 {
			failures++
			if failures <= 10 {
				t.Errorf("seed %d, %d goals, at %s:\n%s", seed, len(w.plan.Goals), w.moment, firstLines(found))
			}
		}
	}
	assert.Zero(t, failures, "worlds where the oracle disagrees")
	for _, branch := range wantedBranches() {
		assert.NotZero(t, branches[branch], "%s: the generator makes none", branch)
	}
}

// worlds returns how many worlds a test looks at.
func worlds(n uint64) uint64 {
	if testing.Short() {
		return n / 10
	}
	return n
}

// randomShape is small as a rule; now and then a long chain or a wide star.
func randomShape(d dice, seed uint64) shape {
	switch {
	case seed%200 == 198:
		return chainShape(200 + d(400))
	case seed%200 == 199:
		return starShape(1000 + d(1500))
	case seed%20 == 19:
		return smallShape(d, 60)
	}
	return smallShape(d, 9)
}

func firstLines(lines []string) string {
	return strings.Join(lines[:min(len(lines), 12)], "\n")
}

// wantedBranches are what the generator must not forget to make.
func wantedBranches() []string {
	branches := []string{
		"absence: no reading", "absence: channels do not add", "absence: denominator", "absence: no target",
		"absence: no known child", "absence: too few known", "absence: negative part",
		"all zero: zero", "blend: weight 0", "clamp: cap", "clamp: floor",
		"closed: counts as 1", "closed: score", "combine: derived", "last: channels added",
		"empty: unknown", "empty: zero", "empty: one",
		"expected: linear", "expected: control", "expected: done", "expected: lines", "expected: last line",
		"expected: steps", "expected: last step", "expected: buckets by slice", "expected: buckets by month", "expected: buckets by week",
		"geometric: zero", "geometric: above zero", minTie,
		"override: holds", "override: to come", "override: gone", "parent status: worst", "parent status: worst, uncounted child open",
		"since: cut", "since: not come", "status: uncounted child open",
		"target: not done", "unknown: zero", "unknown: skip", "weighting: percent, free", "weighting: target",
	}
	branches = append(branches, baselineBranches()...)
	branches = append(branches, shareBranches()...)
	for _, c := range []kpi.Combine{kpi.Sum, kpi.Last, kpi.Mean, kpi.Min, kpi.Max, kpi.Unique} {
		branches = append(branches, "combine: "+string(c))
	}
	for _, k := range []kpi.TargetKind{kpi.KindReach, kpi.KindAtLeast, kpi.KindAtMost, kpi.KindWithin, kpi.KindDone} {
		branches = append(branches, "target: "+string(k))
	}
	for _, m := range []goal.Method{goal.Mean, goal.Geometric, goal.Min} {
		branches = append(branches, "method: "+string(m))
	}
	for _, s := range []source{fromChildren, fromMeasure, fromBlend, fromEqual, fromZeros, fromNothing} {
		branches = append(branches, "source: "+string(s))
	}
	for _, a := range []kpi.Absence{
		kpi.NoReading, kpi.ZeroDenominator, kpi.ChannelsDoNotAdd, kpi.NoBaseline, kpi.NoDistance, kpi.NothingDue, rollup.NoTarget, rollup.NothingCounts,
		rollup.AllWeightsZero, rollup.NoKnownChild, rollup.TooFewKnown, rollup.NegativePart,
	} {
		branches = append(branches, "reason: "+string(a))
	}
	for _, e := range []rollup.Exclusion{rollup.ExcludedDraft, rollup.ExcludedCancelled, rollup.ExcludedWeight, rollup.ExcludedUnknown} {
		branches = append(branches, "excluded: "+string(e))
	}
	for _, s := range []rollup.Status{
		rollup.Draft, rollup.Paused, rollup.Cancelled, rollup.Partial, rollup.Scheduled, rollup.Achieved, rollup.NotStarted,
		rollup.NoData, rollup.Missed, rollup.TooEarly, rollup.Ahead, rollup.OnTrack, rollup.Behind, rollup.AtRisk,
	} {
		branches = append(branches, "status: "+string(s))
	}
	return branches
}

// kindsRead are the kinds of measure that oracle.kindOf tells apart.
var kindsRead = []string{"sum", "last", "mean", "min", "max", "unique", "derived", "own series"}

func baselineBranches() []string {
	branches := []string{
		"baseline: previous year", "baseline: previous half", "baseline: previous quarter", "baseline: previous month",
		"baseline: previous week", "baseline: previous day", "baseline: previous days",
		"baseline: from a date", "baseline: from an instant", "baseline: from a period",
		"baseline: as long before", "baseline: trailing window", "baseline: read at the start",
		"baseline: cut by since", "baseline: cut by the bound", "baseline: nothing of its span is left",
		"target: from a baseline", "target: a sum with a baseline", "target: a change of a baseline",
		"target: a sum without the baseline that it does not need",
	}
	for _, kind := range kindsRead {
		branches = append(branches, "baseline: known of "+kind, "baseline: unknown of "+kind)
	}
	return branches
}

func shareBranches() []string {
	branches := []string{
		"share: all met", "share: none met", "share: a streak broken", "share: a streak shorter than the longest",
		"share: nothing read", "share: no value of what was read", "share: only carried forward", "share: a quotient only carried forward", "share: trailing window",
		"share: the last due period is cut", "share: a month without that day", "share: over after since",
		"share: at_least", "share: at_most", "share: within",
	}
	for _, kind := range kindsRead {
		branches = append(branches, "share: of "+kind, "share: no value of "+kind)
	}
	for _, cadence := range cadences[1:] {
		branches = append(branches, "share: every "+string(cadence))
	}
	return branches
}

// TestRoundedOnce compares with figures that are never rounded: one division
// for each goal strays by at most a unit of the last place for each level.
func TestRoundedOnce(t *testing.T) {
	checked := 0
	for seed := range worlds(1000) {
		d := seededDice(seed)
		w := newWorld(d, smallShape(d, 14))
		for i := range w.plan.Goals {
			if w.plan.Goals[i].Method == goal.Geometric {
				w.plan.Goals[i].Method = goal.Min
			}
		}
		exact, heights := consult(w, roundNever, func(string) {}), w.heights()
		for got := range w.evaluate(t).All() {
			raw, i := ratioRat(got.Raw), got.Node.Index()
			require.Equal(t, exact[i].raw != nil, raw != nil, "seed %d, %s", seed, got.Node.ID())
			if raw == nil {
				continue
			}
			checked++
			strays := ratSub(raw, exact[i].raw)
			allowed := ratMul(ratUnit, big.NewRat(int64(heights[i]), 1))
			assert.LessOrEqual(t, strays.Abs(strays).Cmp(allowed), 0, "seed %d, %s: %s, exactly %s", seed, got.Node.ID(), ratText(raw), ratText(exact[i].raw))
		}
	}
	assert.NotZero(t, checked)
}

// heights returns how many levels each goal and what is below it have.
func (w world) heights() []int {
	position := map[string]int{}
	for i, g := range w.plan.Goals {
		position[g.ID] = i
	}
	heights := make([]int, len(w.plan.Goals))
	for range w.plan.Goals { // a level more becomes right each time
		for i, g := range w.plan.Goals {
			heights[i] = max(heights[i], 1)
			for _, l := range g.Supports {
				heights[position[l.Goal]] = max(heights[position[l.Goal]], heights[i]+1)
			}
		}
	}
	return heights
}
