package smart_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/smart"
)

// spans returns every span of a draft.
func spans(d smart.Draft) []smart.Span {
	all := []smart.Span{
		d.Direction.Span, d.Verb.Span, d.Metric.Span, d.MetricID.Span, d.Amount.Span, d.Kind.Span, d.Unit.Span, d.Per.Span,
		d.Comparator.Span, d.Baseline.Span, d.LevelUnit.Span, d.Target.Span, d.Channel.Span, d.Period.Span, d.Start.Span,
		d.Deadline.Span, d.Duration.Span, d.Milestone.Span,
	}
	for _, c := range d.Clauses {
		all = append(all, c.Span, c.Verb.Span)
	}
	for _, m := range d.Marks {
		all = append(all, m.Span)
	}
	for _, s := range append(d.Channels, d.Periods...) {
		all = append(all, s.Span)
	}
	return all
}

// checkDraft holds what is true of every draft, whatever the text.
func checkDraft(t *testing.T, d smart.Draft) {
	t.Helper()
	valid := utf8.ValidString(d.Text)
	for _, s := range spans(d) {
		if s == (smart.Span{}) {
			continue
		}
		require.True(t, 0 <= s.Start && s.Start < s.End && s.End <= len(d.Text), "%v of %q", s, d.Text)
		cut := !utf8.RuneStart(d.Text[s.Start]) || s.End < len(d.Text) && !utf8.RuneStart(d.Text[s.End])
		require.False(t, cut && valid, "%v cuts a rune of %q", s, d.Text)
	}
	require.NoError(t, d.Amount.Value.Err())
	require.Equal(t, d.Amount.Given(), d.Kind.Given())
	if d.Deadline.Given() {
		_, err := time.Parse(time.DateOnly, string(d.Deadline.Value))
		require.NoError(t, err)
	}
	if d.Start.Given() && d.Start.Value != "" {
		_, err := time.Parse(time.DateOnly, string(d.Start.Value))
		require.NoError(t, err)
	}
	require.True(t, utf8.ValidString(d.Metric.Value))
	g, err := d.Goal()
	if err == nil {
		require.NotNil(t, g.Measure.Target)
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{
		"Increase Instagram followers by 10% in the next quarter", "", "by by by", "from 5 to", "\xff\xfe 10%", "’’’", "May 31, 99999",
		"in 99999999999999999999 days", "within 9999 years", "$", "1/2/3/4", "by 32.13.2026", "two hundred and and fifty", "12:30 #1 top 10 (((",
		"raise X from 5,5,5 to 6.6.6 by half of a third", "before before the end of the end of the end of the end of May",
		"by FY", "next next next year", "mid-", "q3-q4", "1e9%", "½ ² ٣", "first second third quarter of of", "\u200b10\u00a0%",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := smart.Parse(text, jan15)
		checkDraft(t, d)
		assert.Equal(t, d, smart.Parse(text, jan15), "the same text gives the same draft")
	})
}

// TestParseAnyWords puts words of the grammar together at random.
func TestParseAnyWords(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	vocabulary := strings.Fields(`increase reduce by from to in the next last first of half a third quarter year month May 5 2026 15 % $ € k - / . , ; ( ) : and or
		Q3 H1 FY26 mid end before until within for on every per week weekly twice double tenfold followers followers leads new more fewer at least no than
		posting through Instagram email to be able want get have will I we our the launch semester fiscal Friday tomorrow Christmas 12 31 2027 x #1 top 's ’ "`)
	for range 5_000 {
		var b strings.Builder
		for range random.IntN(24) {
			b.WriteString(vocabulary[random.IntN(len(vocabulary))])
			if random.IntN(5) > 0 {
				b.WriteByte(' ')
			}
		}
		checkDraft(t, smart.Parse(b.String(), jan15))
	}
}

// TestParseAnyDay reads relative phrases on days at the ends of the calendar.
func TestParseAnyDay(t *testing.T) {
	for _, on := range []time.Time{
		{},
		time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(9999, 12, 31, 23, 0, 0, 0, time.UTC),
		time.Date(-5, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(12000, 2, 29, 0, 0, 0, 0, time.UTC), time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC),
	} {
		for _, s := range ownStatements(t) {
			checkDraft(t, smart.Parse(s.Text, on))
		}
	}
}

// longTexts are the shapes that would take a careless reader more than linear time.
var longTexts = []string{
	"Increase Instagram followers by 10% in the next quarter. ",
	"Grow sales by 5% and ", "by posting daily ", "from ", "the end of ", "first ", "one hundred and ", "(", "a month ", "a ",
	"social ", "more ", "before the ", "to increase ", "want to ", "9", "9,", "x", "-", "’", "\xff", "per week ", "Q1-",
	"by March 5, ", "launch the ", "and ", ", ", "of ", "new ", "within 2 hours ", "50% more ", "10 to ",
	"will ", "put ", "put 5 aside ", "out of 10 ", "half a ", "two weeks before ", "third and fourth ", "work with ", "before the big ", ", paying ",
	"with ", "up to ", "have the ", "by posting, ", "every ", "'a ", "quickly ", "to be ", "1 000 ", "per ", "first two ", "from 2% up to ", "IT ",
	"by raising ", "by raising sales from ", "the number of people who ", "half a year ", "let the ", "have 9 people ", "ensure that it has ", "time from order to ", "15 of our ",
}

// shapes returns all long texts, or some of them if the tests are to be short.
func shapes() []string {
	if testing.Short() {
		return longTexts[:4]
	}
	return longTexts
}

// TestParseIsLinear counts on the slack of a factor of eight that a loaded machine
// needs: what is quadratic takes a thousand times as long for a text 32 times as long.
func TestParseIsLinear(t *testing.T) {
	const short, factor = 1 << 10, 32
	for _, shape := range shapes() {
		small := timed(strings.Repeat(shape, short/len(shape)+1))
		large := timed(strings.Repeat(shape, factor*short/len(shape)+1))
		assert.Less(t, large, 8*factor*max(small, 100*time.Microsecond), "%q", shape)
	}
}

// timed returns the best of three times that reading text takes.
func timed(text string) time.Duration {
	best := time.Hour
	for range 3 {
		start := time.Now()
		smart.Parse(text, jan15)
		best = min(best, time.Since(start))
	}
	return best
}

func TestMegabyte(t *testing.T) {
	for _, shape := range shapes() {
		text := strings.Repeat(shape, 1<<20/len(shape))
		start := time.Now()
		smart.Check(text, jan15)
		assert.Less(t, time.Since(start), 2*time.Second, "%q", shape) // a tenth of that on a quiet machine
	}
}

func BenchmarkParse(b *testing.B) {
	statements := []string{
		"Increase Instagram followers by 10% in the next quarter",
		"Bring weekly readers of our newsletter from 2,900 to 4,200 by 30 June 2026 by asking one question an issue",
		"Launch the new website by 1 June",
		"Boost brand recall",
	}
	i := 0
	for b.Loop() {
		smart.Parse(statements[i%len(statements)], jan15)
		i++
	}
}
