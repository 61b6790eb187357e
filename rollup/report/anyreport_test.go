package report_test

import (
	"encoding/json"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

// nonsense is what no report should write: empty keys, and words for missing numbers.
// An empty measure is that of a goal's own series in a proposal.
var nonsense = regexp.MustCompile(`null|NaN|Inf|unknown|:""|:\[\]|[^e]":\{\}|"-0"`)

// Reports of plans and readings drawn by chance say what the docs say, worked out in
// the plainest way from the list of readings.
func TestReportsOfAnything(t *testing.T) {
	worlds := uint64(80)
	if testing.Short() {
		worlds = 20
	}
	judged := 0
	for seed := range worlds {
		w := newAnyWorld(seed)
		ledger := w.ledger(t)
		r, err := w.report(ledger)
		if err != nil {
			continue // what goal.New refuses
		}
		judged++
		w.checkRows(t, r)
		w.checkGoals(t, r, ledger)
		w.checkAims(t, r)
		w.checkWork(t, r)
		w.checkOwners(t, r)
		w.checkMatrix(t, r)
		w.checkItems(t, r)
		w.checkOrder(t, r)
		w.checkText(t, r)
		if t.Failed() {
			t.Fatalf("seed %d: the %s up to %s in %q", seed, w.span, w.at, w.Zone)
		}
	}
	assert.Greater(t, judged, int(worlds)*9/10)
}

// checkText looks at what is written, which the order of readings must not change.
func (w *anyWorld) checkText(t *testing.T, r *report.Report) {
	text, err := json.Marshal(r)
	require.NoError(t, err)
	for _, at := range nonsense.FindAllIndex(text, -1) {
		t.Errorf("%s", text[max(0, at[0]-60):min(len(text), at[1]+20)])
	}
	type said struct{ code, goal, strategy, message string }
	seen := make(map[said]bool)
	for _, i := range r.Insights {
		what := said{i.Code, i.Goal, i.Strategy, i.Message}
		assert.False(t, seen[what], "said twice: %v", what)
		seen[what] = true
		assert.NotContains(t, i.Message, "{")
	}
	w.Shuffle(len(w.obs), func(i, j int) { w.obs[i], w.obs[j] = w.obs[j], w.obs[i] })
	again, err := w.report(w.ledger(t))
	require.NoError(t, err)
	other, err := json.Marshal(again)
	require.NoError(t, err)
	assert.Equal(t, string(text), string(other))
}

func (w *anyWorld) ledger(t *testing.T) *kpi.Ledger {
	var l kpi.Ledger
	require.NoError(t, l.Add(w.obs...))
	return &l
}

func (w *anyWorld) report(src kpi.Source) (*report.Report, error) {
	h, err := goal.New(w.Plan)
	if err != nil {
		return nil, err
	}
	p := w.policy
	if w.revisions != nil {
		if p.Revisions, err = goal.NewRevisions(w.revisions); err != nil {
			return nil, err
		}
	}
	at, err := h.Moment(w.at)
	if err != nil {
		return nil, err
	}
	return p.Report(w.span, h, src, at)
}
