package smart_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/smart"
)

// jan15 is the reference date of the published statements, a Thursday.
var jan15 = time.Date(2026, time.January, 15, 0, 0, 0, 0, time.UTC)

// A statement is one line of an annotated set. A field that is absent was not
// annotated; null says that the text does not have it.
type statement struct {
	ID     string                     `json:"id"`
	Text   string                     `json:"text"`
	Fields map[string]json.RawMessage `json:"fields"`
	Has    struct {
		Quantity, Period, Milestone *bool
	} `json:"has"`
}

// want returns the annotated value of a field as text, "" for null, and whether
// the field was annotated.
func (s statement) want(field string) (value string, annotated bool) {
	raw, ok := s.Fields[field]
	if !ok {
		return "", false
	}
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return text, true
	}
	return string(raw), true
}

// alternatives returns the other deadlines that the annotation accepts.
func (s statement) alternatives(t *testing.T) []string {
	var days []string
	if raw, ok := s.Fields["deadline_alt"]; ok {
		require.NoError(t, json.Unmarshal(raw, &days))
	}
	return days
}

// A tally counts right answers of all.
type tally struct{ right, all int }

func (c *tally) add(right bool) {
	c.all++
	if right {
		c.right++
	}
}

func (c tally) share() float64 {
	if c.all == 0 {
		return 1
	}
	return float64(c.right) / float64(c.all)
}

// A detection counts what F1 is made of.
type detection struct{ hit, miss, false int }

func (d *detection) add(want, got bool) {
	switch {
	case want && got:
		d.hit++
	case want:
		d.miss++
	case got:
		d.false++
	}
}

func (d detection) f1() float64 {
	if d.hit+d.miss+d.false == 0 {
		return 1
	}
	return 2 * float64(d.hit) / float64(2*d.hit+d.miss+d.false)
}

// A scoring is the scores of one set, as its README defines them.
type scoring struct {
	present, absent map[string]*tally
	head            tally
	drafts, nulls   tally
	quantity        detection
	period          detection
	both            detection
	wrong           []string
}

var fields = []string{"direction", "metric", "amount", "amount_kind", "unit", "per", "comparator", "channel", "period_text", "deadline", "start", "duration", "baseline", "target"}

func score(t *testing.T, set []statement) *scoring {
	t.Helper()
	s := &scoring{present: map[string]*tally{}, absent: map[string]*tally{}}
	for _, f := range fields {
		s.present[f], s.absent[f] = &tally{}, &tally{}
	}
	for _, st := range set {
		s.add(t, st)
	}
	return s
}

func (s *scoring) add(t *testing.T, st statement) {
	d := smart.Parse(st.Text, jan15)
	got := values(d)
	var faults []string
	whole := true
	for _, f := range fields {
		want, annotated := st.want(f)
		if !annotated {
			continue
		}
		right := got[f] == want
		switch f {
		case "deadline":
			right = right || slices.Contains(st.alternatives(t), got[f])
		case "metric":
			right = sameNoun(got[f], want)
			if want != "" {
				s.head.add(head(got[f]) == head(want))
			}
		}
		if want == "" {
			s.absent[f].add(right)
			s.nulls.add(right)
		} else {
			s.present[f].add(right)
		}
		if !right {
			faults = append(faults, fmt.Sprintf("%s %q want %q", f, got[f], want))
			if slices.Contains([]string{"direction", "metric", "amount", "amount_kind", "channel", "deadline"}, f) {
				whole = false
			}
		}
	}
	if want, annotated := st.want("amount"); annotated && want != "" {
		s.drafts.add(whole)
	}
	faults = append(faults, s.detect(st, d)...)
	if len(faults) > 0 {
		s.wrong = append(s.wrong, st.ID+" "+st.Text+"\n      "+strings.Join(faults, "; "))
	}
}

// detect scores whether the draft has a quantity or milestone, and a period.
func (s *scoring) detect(st statement, d smart.Draft) (faults []string) {
	h := st.Has
	measured := d.Amount.Given() || d.Milestone.Given()
	period := d.Period.Given()
	wantMeasured, knownMeasured := false, h.Quantity != nil && h.Milestone != nil
	if knownMeasured {
		wantMeasured = *h.Quantity || *h.Milestone
		s.quantity.add(wantMeasured, measured)
		if wantMeasured != measured {
			faults = append(faults, fmt.Sprintf("quantity or milestone %t want %t", measured, wantMeasured))
		}
	}
	if h.Period != nil {
		s.period.add(*h.Period, period)
	}
	if knownMeasured && h.Period != nil {
		s.both.add(wantMeasured && *h.Period, measured && period)
	}
	return faults
}

// values returns the draft's fields as the annotation writes them.
func values(d smart.Draft) map[string]string {
	return map[string]string{
		"direction": string(d.Direction.Value), "metric": d.Metric.Value,
		"amount": d.Amount.Value.String(), "amount_kind": string(d.Kind.Value), "unit": d.Unit.Value,
		"per": d.Per.Value, "comparator": string(d.Comparator.Value), "channel": d.Channel.Value,
		"period_text": d.Period.Value, "deadline": string(d.Deadline.Value), "start": string(d.Start.Value),
		"duration": d.Duration.Value, "baseline": d.Baseline.Value.String(), "target": d.Target.Value.String(),
	}
}

// sameNoun compares phrases without case and plural.
func sameNoun(a, b string) bool { return singulars(a) == singulars(b) }

func singulars(text string) string {
	words := strings.Fields(strings.ToLower(text))
	for i, w := range words {
		words[i] = singular(w)
	}
	return strings.Join(words, " ")
}

func singular(w string) string {
	if len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
		return strings.TrimSuffix(w, "s")
	}
	return w
}

// head returns the head noun: the last word before a preposition or a parenthesis.
func head(phrase string) string {
	last := ""
	for w := range strings.FieldsSeq(strings.ToLower(phrase)) {
		if slices.Contains([]string{"of", "for", "from", "with", "in", "on", "to", "per", "among"}, w) || strings.HasPrefix(w, "(") {
			break
		}
		last = w
	}
	return singular(last)
}

// log prints the scores as a table, and the rows that are not right.
func (s *scoring) log(t *testing.T) {
	t.Helper()
	for _, w := range s.wrong {
		t.Log(w)
	}
	t.Logf("%-22s F1 %.3f", "quantity or milestone", s.quantity.f1())
	t.Logf("%-22s F1 %.3f", "period", s.period.f1())
	t.Logf("%-22s F1 %.3f", "both", s.both.f1())
	for _, f := range fields {
		p, a := s.present[f], s.absent[f]
		t.Logf("%-22s %.3f of %3d   absent %.3f of %3d", f, p.share(), p.all, a.share(), a.all)
	}
	t.Logf("%-22s %.3f of %3d", "metric head", s.head.share(), s.head.all)
	t.Logf("%-22s %.3f of %3d", "absent kept absent", s.nulls.share(), s.nulls.all)
	t.Logf("%-22s %.3f of %3d", "whole draft", s.drafts.share(), s.drafts.all)
}

// meet fails for scores below the aims.
func (s *scoring) meet(t *testing.T) {
	t.Helper()
	for _, aim := range []struct {
		name     string
		got, aim float64
	}{
		{"quantity or milestone", s.quantity.f1(), 0.96},
		{"period", s.period.f1(), 0.96},
		{"deadline", s.present["deadline"].share(), 0.95},
		{"amount", s.present["amount"].share(), 0.96},
		{"amount_kind", s.present["amount_kind"].share(), 0.95},
		{"direction", s.present["direction"].share(), 0.91},
		{"channel", s.present["channel"].share(), 0.98},
		{"metric head", s.head.share(), 0.92},
		{"metric", s.present["metric"].share(), 0.82},
		{"whole draft", s.drafts.share(), 0.75},
		{"absent kept absent", s.nulls.share(), 0.97},
	} {
		assert.GreaterOrEqual(t, aim.got, aim.aim, aim.name)
	}
}

func readStatements(t *testing.T, path string) []statement {
	t.Helper()
	file, err := os.Open(path)
	require.NoError(t, err)
	defer func() { assert.NoError(t, file.Close()) }()
	var set []statement
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var s statement
		require.NoError(t, json.Unmarshal(lines.Bytes(), &s))
		set = append(set, s)
	}
	require.NoError(t, lines.Err())
	return set
}

// published returns the open set of statements, and skips the test without it.
func published(t *testing.T) []statement {
	t.Helper()
	folder := os.Getenv("GOALKIT_DATA")
	if folder == "" || folder == "skip" {
		t.Skip("GOALKIT_DATA is not set")
	}
	return readStatements(t, filepath.Join(folder, "smart", "dev.jsonl"))
}

// TestEvaluation scores the published statements. With -v it lists every row that
// is not right, so that a change of grammar shows what it won and lost.
func TestEvaluation(t *testing.T) {
	s := score(t, published(t))
	s.log(t)
	s.meet(t)
}
