package smart

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

// A kpiWorld is a way in which a KPI really goes on, on its scale: what it is on
// average, and an error of which the share phi is kept from step to step.
type kpiWorld struct {
	name         string
	start, drift float64 // drift per step; its sign is drawn for each series
	swing        float64 // of a season
	phi, sd      float64
	step         kpi.Cadence
	total        bool // it adds up
	walk         float64
}

var kpiWorlds = []kpiWorld{
	{name: "followers that walk and drift", start: 8.5, drift: 0.01, phi: 1, sd: 0.02, walk: standingWalks},
	{name: "followers that walk", start: 8.5, phi: 1, sd: 0.02, walk: standingWalks},
	{name: "stock round a level", start: 8.5, sd: 0.1, walk: standingWalks},
	{name: "stock round a level, 0.6 kept", start: 8.5, phi: 0.6, sd: 0.08, walk: standingWalks},
	{name: "stock along a line", start: 8.5, drift: 0.01, sd: 0.05, walk: standingWalks},
	{name: "rate that walks and drifts", start: -3.5, drift: 0.02, phi: 1, sd: 0.06, walk: rateWalks},
	{name: "rate round a level", start: -3.5, sd: 0.1, walk: rateWalks},
	{name: "rate round a level, 0.6 kept", start: -3.5, phi: 0.6, sd: 0.08, walk: rateWalks},
	{name: "rate along a line", start: -3.5, drift: 0.01, sd: 0.05, walk: rateWalks},
	{name: "leads", start: 200, sd: 30, total: true, walk: totalWalks},
	{name: "leads, 0.6 kept", start: 200, phi: 0.6, sd: 30, total: true, walk: totalWalks},
	{name: "leads that grow or shrink", start: 200, drift: 3, sd: 30, total: true, walk: totalWalks},
	{name: "months, walking", start: 8.5, drift: 0.01, phi: 1, sd: 0.03, step: kpi.Monthly, walk: standingWalks},
	{name: "months along a line", start: 8.5, drift: 0.01, phi: 0.3, sd: 0.05, step: kpi.Monthly, walk: rateWalks},
	{name: "months with a season", start: 8.5, drift: 0.01, swing: 0.15, phi: 0.3, sd: 0.05, step: kpi.Monthly, walk: rateWalks},
	{name: "months with a season, walking", start: 8.5, drift: 0.01, swing: 0.15, phi: 1, sd: 0.03, step: kpi.Monthly, walk: standingWalks},
	{name: "leads with a season", start: 300, drift: 2, swing: 60, sd: 30, step: kpi.Monthly, total: true, walk: totalWalks},
	{name: "quarters, walking", start: 8.5, drift: 0.03, phi: 1, sd: 0.05, step: kpi.Quarterly, walk: standingWalks},
	{name: "quarters with a season", start: 8.5, drift: 0.03, swing: 0.15, phi: 0.3, sd: 0.05, step: kpi.Quarterly, walk: rateWalks},
	{name: "days of leads", start: 200, sd: 30, step: kpi.Daily, total: true, walk: totalWalks},
	{name: "days of leads, with Sundays", start: 200, swing: -60, sd: 20, step: kpi.Daily, total: true, walk: totalWalks},
}

// mean returns the middle of the world at a step, all errors aside.
func (w *kpiWorld) mean(t int, sign float64) float64 {
	x := w.start + sign*w.drift*float64(t)
	if w.swing == 0 {
		return x
	}
	cycle := w.cycle()
	x += w.swing * math.Sin(2*math.Pi*float64(t)/float64(cycle))
	if t%cycle == cycle-1 {
		x += 1.5 * w.swing // December, the fourth quarter, Sunday
	}
	return x
}

func (w *kpiWorld) cycle() int {
	h := history{step: w.step}
	return h.cycle()
}

// A destiny is a past, and what really comes of it: a normal distribution, and one
// draw from it.
type destiny struct {
	past       []float64
	middle, sd float64
	end        float64
}

func (w *kpiWorld) draw(r *rand.Rand, past int, to horizon) destiny {
	sign := float64(1 - 2*r.IntN(2))
	first := r.IntN(12)
	error := 0.0
	if w.phi < 1 {
		error = w.sd / math.Sqrt(1-w.phi*w.phi) * r.NormFloat64()
	}
	var d destiny
	for t := range past {
		if t > 0 {
			error = w.phi*error + w.sd*r.NormFloat64()
		}
		d.past = append(d.past, w.mean(first+t, sign)+error)
	}
	kept, variance := to.error(w.phi)
	d.sd = w.sd * math.Sqrt(variance)
	d.middle = to.of(func(ahead int) float64 { return w.mean(first+past-1+ahead, sign) }) + kept*error
	d.end = d.middle + d.sd*r.NormFloat64()
	return d
}

// horizon returns what is forecast: 13 weeks, or half a cycle.
func (w *kpiWorld) horizon() horizon {
	steps := 13
	if cycle := w.cycle(); cycle > 0 {
		steps = cycle / 2
	}
	if !w.total {
		return horizon{steps: float64(steps)}
	}
	return horizon{parts: slices.Repeat([]float64{1}, steps)}
}

func (w *kpiWorld) pasts() []int {
	if cycle := w.cycle(); cycle > 0 {
		return []int{2 * cycle, 3 * cycle}
	}
	return []int{7, 12, 30}
}

// A record is how well many forecasts did.
type record struct {
	series        int
	met           map[float64]int // by the chance that was given
	hopeless, yet int             // goals with targets anywhere that were given less than 5 %, and those met
	width         float64         // of the targets, between one in four and even, by that of the truth
	off           float64         // of the even target from the true middle, in true standard deviations
}

// judge forecasts a number of series of a world.
func (w *kpiWorld) judge(t *testing.T, past, series int) record {
	t.Helper()
	r := rand.New(rand.NewPCG(5, uint64(past)))
	h, to := history{step: w.step}, w.horizon()
	rec := record{series: series, met: make(map[float64]int)}
	for range series {
		d := w.draw(r, past, to)
		m, ok := h.prospects(d.past, to, w.walk)
		require.True(t, ok)
		for _, chance := range chances {
			if d.end >= m.target(chance, 1) {
				rec.met[chance]++
			}
		}
		even := m.target(0.5, 1)
		rec.width += (m.target(0.25, 1) - even) / (0.6745 * d.sd) / float64(series)
		rec.off += math.Abs(even-d.middle) / d.sd / float64(series)
		if x := d.middle + d.sd*(8*r.Float64()-4); m.chance(x, 1) < 0.05 {
			rec.hopeless++
			if d.end >= x {
				rec.yet++
			}
		}
	}
	return rec
}

var chances = []float64{0.25, 0.5, 0.9}

// hedge is by how much the share met may be off on top of what chance does. A mixture
// is right on average over the kinds of KPIs that it thinks possible, and not for each:
// of one that swings round a level it is too careful, and of one that walks a bit too
// sure, as long as the values do not tell which it is. Seven hardly do.
func hedge(past int) float64 {
	switch {
	case past < 10:
		return 0.11
	case past < 20:
		return 0.05
	}
	return 0.03
}

// TestCalibration: of the goals whose targets are given a chance of 1/4, a quarter
// are met, and so on, in known worlds of each kind. -v prints what is said of each.
func TestCalibration(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const series = 300
	t.Logf("%-32s %5s | met of 25%% 50%%  90%% | <5%%: met | width  off", "", "steps")
	all, worlds := make(map[float64]float64), 0.0 // of 7 and 12 weeks
	hopeless, yet := 0, 0
	for _, w := range kpiWorlds {
		for _, past := range w.pasts() {
			rec := w.judge(t, past, series)
			share := func(chance float64) float64 { return float64(rec.met[chance]) / series }
			t.Logf("%-32s %5d | %.3f  %.3f  %.3f | %3d: %3d | %5.2f %4.2f",
				w.name, past, share(0.25), share(0.5), share(0.9), rec.hopeless, rec.yet, rec.width, rec.off)
			for _, chance := range chances {
				sampling := math.Sqrt(chance * (1 - chance) / series)
				assert.InDelta(t, chance, share(chance), 3*sampling+hedge(past), "%s, %d steps: share met of chance %v", w.name, past, chance)
				if past < 20 {
					all[chance] += share(chance)
				}
			}
			if past < 20 {
				worlds++
			} else {
				assert.Less(t, rec.width, 2.75, "%s, %d steps: width of the targets", w.name, past)
			}
			hopeless, yet = hopeless+rec.hopeless, yet+rec.yet
		}
	}
	for _, chance := range chances {
		assert.InDelta(t, chance, all[chance]/worlds, 0.04, "of all worlds together, with few values")
	}
	t.Logf("of %d goals anywhere that were given less than 5 %%, %d were met", hopeless, yet)
	assert.Greater(t, hopeless, 1000)
	assert.Less(t, float64(yet)/float64(hopeless), 0.05)
}
