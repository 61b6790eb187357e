package report_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/rollup/report"
)

// daybook is a strategy as an accountant has it: day by day, from day 0 of 2026.
type daybook struct {
	first, last int // days, included
	budget      int64
	spent, done [365]int64 // on each day
}

// sum adds up the days from one to another, both included, as far as the strategy
// goes.
func (b *daybook) sum(of *[365]int64, from, to int) (sum int64) {
	for d := max(from, b.first); d <= min(to, b.last); d++ {
		sum += of[d]
	}
	return sum
}

// Sums over days, and fractions of them, say what the report says.
func TestWorkIsWhatTheDaysAddUpTo(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 28))
	newYear := day("2026-01-01")
	w := agency()
	w.plan.Goals = nil
	books := make([]*daybook, 60)
	for i := range books {
		b := &daybook{first: rng.IntN(200), budget: 1 + rng.Int64N(5000)}
		b.last = b.first + rng.IntN(120)
		channel := fmt.Sprint(i)
		w.plan.Strategies = append(w.plan.Strategies, goal.Strategy{
			ID: channel, Level: goal.Micro, Channel: channel,
			Period: newYear.AddDate(0, 0, b.first).Format(time.DateOnly) + "/" + newYear.AddDate(0, 0, b.last).Format(time.DateOnly),
			Budget: euros(fmt.Sprint(b.budget)), Cost: "campaign_cost", Done: "posts", Cadence: kpi.Weekly, Planned: kpi.Int(10),
		})
		for d := range b.spent {
			b.spent[d], b.done[d] = rng.Int64N(60), rng.Int64N(4)
			date := newYear.AddDate(0, 0, d).Format(time.DateOnly)
			w.read("campaign_cost", channel, date, fmt.Sprint(b.spent[d]))
			w.read("posts", channel, date, fmt.Sprint(b.done[d]))
		}
		books[i] = b
	}
	const monthFirst, now = 120, 150 // May, until its last day
	running := 0
	for _, work := range w.report(t, report.Month, "2026-05-31").Work {
		var i int
		_, err := fmt.Sscan(work.ID, &i)
		require.NoError(t, err)
		if b := books[i]; b.first <= now {
			running++
			b.checkMoney(t, work.Money, now)
			b.checkRecent(t, work.Recent, monthFirst, now)
		}
	}
	assert.Greater(t, running, 10)
}

func (b *daybook) checkMoney(t *testing.T, m *report.Money, now int) {
	t.Helper()
	rat := big.NewRat
	past, whole := int64(min(now, b.last)-b.first+1), int64(b.last-b.first+1)
	spent := b.sum(&b.spent, 0, now)
	assert.Equal(t, 0, m.Spent.Rat().Cmp(rat(spent, 1)))
	assert.Equal(t, 0, m.Planned.Rat().Cmp(rat(b.budget*past, whole)))
	rate := rat(spent*whole, b.budget*past)
	assert.True(t, m.Rate.Equal(kpi.Quotient(rate.Num(), rate.Denom())))
	if assert.Equal(t, 10*past >= whole, m.Projection.Known()) && m.Projection.Known() {
		assert.Equal(t, 0, m.Projection.Rat().Cmp(rat(spent*whole, past)))
	}
	if whole > past && spent <= b.budget {
		assert.Equal(t, 0, m.PerDay.Rat().Cmp(rat(b.budget-spent, whole-past)))
	} else {
		assert.False(t, m.PerDay.Known())
	}
	lately := b.sum(&b.spent, min(now, b.last)-6, now)
	want := rat(lately*(whole-past), min(7, past))
	assert.Equal(t, 0, m.Lately.Rat().Cmp(want.Add(want, rat(spent, 1))))
}

func (b *daybook) checkRecent(t *testing.T, e report.Effort, monthFirst, now int) {
	t.Helper()
	var due, met int
	var done int64
	for first := b.first; first <= b.last; first += 7 {
		last := min(first+6, b.last)
		if last < monthFirst || last > now {
			continue
		}
		due++
		n := b.sum(&b.done, first, last)
		done += n
		if n >= 10 {
			met++
		}
	}
	assert.Equal(t, [2]int{due, met}, [2]int{e.Due, e.Met})
	assert.Equal(t, 0, e.Done.Rat().Cmp(big.NewRat(done, 1)))
	assert.Equal(t, 0, e.Planned.Rat().Cmp(big.NewRat(int64(10*due), 1)))
}
