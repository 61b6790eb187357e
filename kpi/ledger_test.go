package kpi_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

// tallies answers one query, its tallies in the order of their channels.
func tallies(t testing.TB, src kpi.Source, q kpi.Query) ([]kpi.Tally, error) {
	t.Helper()
	var list []kpi.Tally
	err := src.Tallies([]kpi.Query{q}, func(i int, x kpi.Tally) {
		require.Zero(t, i)
		list = append(list, x)
	})
	slices.SortFunc(list, func(a, b kpi.Tally) int {
		if a.Channel < b.Channel {
			return -1
		}
		return 1
	})
	return list, err
}

func sumOf(t testing.TB, src kpi.Source, metric, window string) string {
	t.Helper()
	list, err := tallies(t, src, kpi.Query{Metric: metric, Combine: kpi.Sum, Window: period(t, window, time.UTC)})
	require.NoError(t, err)
	if len(list) == 0 {
		return "nothing"
	}
	return list[0].Sum.String()
}

func TestZeroLedger(t *testing.T) {
	var l kpi.Ledger
	list, err := tallies(t, &l, kpi.Query{Metric: "leads", AllChannels: true, Combine: kpi.Last, Window: period(t, "2026", time.UTC)})
	require.NoError(t, err)
	assert.Empty(t, list)
	require.NoError(t, l.Add())
}

func TestLedgerVersions(t *testing.T) {
	version := func(revision int64, when, value string) kpi.Observation {
		o := reading(t, "leads", "", when, value)
		o.ID, o.Revision = "crm-7", revision
		return o
	}
	withdrawn := kpi.Observation{Metric: "leads", ID: "crm-7", Revision: 9, Withdrawn: true}
	var l kpi.Ledger
	steps := []struct {
		name string
		add  kpi.Observation
		want string
	}{
		{"first", version(1, "2026-01-05", "3"), "3"},
		{"again", version(1, "2026-01-05", "3"), "3"},
		{"another without an id", reading(t, "leads", "", "2026-01-05", "100"), "103"},
		{"older", version(0, "2026-01-05", "8"), "103"},
		{"newer", version(5, "2026-01-07", "4"), "104"},
		{"in between", version(3, "2026-01-05", "50"), "104"},
		{"moved out of the window", version(6, "2026-02-07", "4"), "100"},
		{"and back", version(7, "2026-01-07", "5"), "105"},
		{"withdrawn", withdrawn, "100"},
		{"withdrawn again", withdrawn, "100"},
		{"too late", version(8, "2026-01-07", "6"), "100"},
		{"given again", version(10, "2026-01-07", "7"), "107"},
	}
	for _, step := range steps {
		require.NoError(t, l.Add(step.add), step.name)
		assert.Equal(t, step.want, sumOf(t, &l, "leads", "2026-01"), step.name)
	}
}

// A withdrawal may arrive before what it takes back.
func TestLedgerWithdrawnFirst(t *testing.T) {
	o := reading(t, "leads", "", "2026-01-05", "3")
	o.ID = "crm-7"
	for _, obs := range [][]kpi.Observation{
		{{Metric: "leads", ID: "crm-7", Revision: 1, Withdrawn: true}, o},
		{o, {Metric: "leads", ID: "crm-7", Revision: 1, Withdrawn: true}},
	} {
		l := ledger(t, obs...)
		assert.Equal(t, "nothing", sumOf(t, l, "leads", "2026"))
		var oneByOne kpi.Ledger
		for _, o := range obs {
			require.NoError(t, oneByOne.Add(o))
		}
		assert.Equal(t, "nothing", sumOf(t, &oneByOne, "leads", "2026"))
	}
}

func TestLedgerAddsAllOrNothing(t *testing.T) {
	good := reading(t, "leads", "", "2026-01-05", "3")
	good.ID = "crm-7"
	l := ledger(t, reading(t, "leads", "", "2026-01-01", "1"))
	err := l.Add(good, kpi.Observation{Metric: "leads", At: at(t, "2026-01-06")}, kpi.Observation{})
	assert.Equal(t, []string{
		"observations[1].value: observation",
		"observations[2].metric: observation", "observations[2].value: observation", "observations[2].at: observation",
	}, found(t, err))
	assert.Equal(t, "1", sumOf(t, l, "leads", "2026"))

	require.NoError(t, l.Add(good))
	other := good
	other.Value = kpi.Int(4)
	assert.Equal(t, []string{"observations[0].revision: observation crm-7"}, found(t, l.Add(other)), "also against what is held")
	assert.Equal(t, "4", sumOf(t, l, "leads", "2026"))
}

func TestLedgerTies(t *testing.T) {
	withRevision := func(o kpi.Observation, r int64) kpi.Observation {
		o.Revision = r
		return o
	}
	day := func(date, value string) kpi.Observation { return reading(t, "followers", "", date, value) }
	query := kpi.Query{Metric: "followers", Combine: kpi.Last, Window: period(t, "2026-01", time.UTC)}
	tests := []struct {
		name string
		obs  []kpi.Observation
		want string // "" for a tie
	}{
		{"the newest", []kpi.Observation{day("2026-01-05", "3"), day("2026-01-04", "9")}, "3"},
		{"before the bound", []kpi.Observation{day("2026-01-05", "3"), day("2026-02-01", "9")}, "3"},
		{"a tie", []kpi.Observation{day("2026-01-05", "3"), day("2026-01-05", "4")}, ""},
		{"both the same", []kpi.Observation{day("2026-01-05", "3"), day("2026-01-05", "3.0")}, "3"},
		{"an older tie", []kpi.Observation{day("2026-01-05", "3"), day("2026-01-05", "4"), day("2026-01-06", "5")}, "5"},
		{"by revision", []kpi.Observation{withRevision(day("2026-01-05", "3"), 1), day("2026-01-05", "4")}, "3"},
		{"a tie below", []kpi.Observation{day("2026-01-05", "3"), day("2026-01-05", "4"), withRevision(day("2026-01-05", "5"), 1)}, "5"},
		{"a tie above", []kpi.Observation{day("2026-01-05", "3"), withRevision(day("2026-01-05", "4"), 1), withRevision(day("2026-01-05", "5"), 1)}, ""},
		{"a tie, then the same", []kpi.Observation{day("2026-01-05", "3"), day("2026-01-05", "4"), day("2026-01-05", "3")}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for _, obs := range permutations(test.obs) {
				list, err := tallies(t, ledger(t, obs...), query)
				if test.want == "" {
					tie, ok := errors.AsType[*kpi.TieError](err)
					require.True(t, ok, "%v", err)
					require.ErrorIs(t, err, kpi.ErrObservation)
					assert.True(t, at(t, "2026-01-05").Equal(tie.At))
					assert.False(t, tie.Values[0].Equal(tie.Values[1]))
					assert.Contains(t, err.Error(), "followers")
					continue
				}
				require.NoError(t, err)
				require.Len(t, list, 1)
				assert.Equal(t, test.want, list[0].Last.String())
			}
		})
	}
	// For a flow there is nothing to choose.
	list, err := tallies(t, ledger(t, day("2026-01-05", "3"), day("2026-01-05", "4")),
		kpi.Query{Metric: "followers", Combine: kpi.Sum, Window: query.Window})
	require.NoError(t, err)
	assert.Equal(t, "7", list[0].Sum.String())
}

// permutations returns all orders of obs.
func permutations(obs []kpi.Observation) [][]kpi.Observation {
	if len(obs) <= 1 {
		return [][]kpi.Observation{obs}
	}
	var all [][]kpi.Observation
	for i := range obs {
		rest := slices.Delete(slices.Clone(obs), i, i+1)
		for _, p := range permutations(rest) {
			all = append(all, append([]kpi.Observation{obs[i]}, p...))
		}
	}
	return all
}

func TestLedgerIsReadByMany(t *testing.T) {
	var obs []kpi.Observation
	for i := range 7000 {
		o := reading(t, "leads", strconv.Itoa(i%7), "2026-01-05", strconv.Itoa(i))
		o.At = o.At.Add(time.Duration(i*31%7000) * time.Minute)
		obs = append(obs, o)
	}
	l := ledger(t, obs...)
	catalogue, err := kpi.NewCatalogue([]kpi.Metric{{ID: "leads", Combine: kpi.Sum}})
	require.NoError(t, err)
	asks := []kpi.Ask{{Metric: "leads", AllChannels: true, Window: period(t, "2026-01-06/2026-01-07", time.UTC)}}
	want, err := catalogue.Read(l, asks)
	require.NoError(t, err)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for _, combine := range []kpi.Combine{kpi.Sum, kpi.Last, kpi.Min} {
				list, err := tallies(t, l, kpi.Query{Metric: "leads", AllChannels: true, Combine: combine, Window: asks[0].Window})
				assert.NoError(t, err)
				assert.Len(t, list, 7)
			}
			answers, err := catalogue.Read(l, asks)
			assert.NoError(t, err)
			assert.True(t, want[0].Value.Equal(answers[0].Value))
		})
	}
	wg.Wait()
}

// Many corrections in one batch cost little more than
// the readings did: 20,000 of them take a moment and not minutes.
func TestLedgerTakesManyCorrections(t *testing.T) {
	const n = 20_000
	start := at(t, "2026-01-01")
	batch := func(revision int64) []kpi.Observation {
		obs := make([]kpi.Observation, n)
		for i := range obs {
			obs[i] = kpi.Observation{
				Metric: "leads", At: start.Add(time.Duration((i*7919+int(revision)*104_729)%n) * time.Second),
				Value: kpi.Int(1), ID: strconv.Itoa(i), Revision: revision,
			}
		}
		return obs
	}
	l := ledger(t, batch(0)...)
	began := time.Now()
	require.NoError(t, l.Add(batch(1)...))
	assert.Less(t, time.Since(began), 8*time.Second, "one batch")
	assert.Equal(t, strconv.Itoa(n), sumOf(t, l, "leads", "2026"))
}

// The program of FuzzLedger: six bytes an observation. Readings are few and
// close together, so that ids, instants and values meet.
func decoded(program []byte) (batches [][]kpi.Observation) {
	start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	batch := []kpi.Observation{}
	for ; len(program) >= 6; program = program[6:] {
		p := program[:6]
		o := kpi.Observation{Metric: "m" + strconv.Itoa(int(p[0]%2)), Channel: []string{"", "a", "b"}[p[0]/2%3]}
		if p[0]&0x80 != 0 {
			o.Metric, o.Goal = "", "g"
		}
		if p[1]%4 != 0 {
			o.ID, o.Revision = strconv.Itoa(int(p[1]/4%4)), int64(p[2]%4)
		}
		day := start.AddDate(0, 0, int(p[3]%12))
		if p[3]&0x80 != 0 {
			o.Period = kpi.Period{Start: day, End: day.AddDate(0, 0, 1+int(p[3]/12%4))}
		} else {
			o.At = day.Add(time.Duration(p[4]%3) * time.Hour)
			if p[4]%3 == 2 {
				o.At = day.AddDate(0, 0, 1).Add(-1) // where the reading of a period stands
			}
		}
		o.Value = kpi.Num(fmt.Sprintf("%de-%d", int(p[5])-128, p[4]/16))
		if o.ID != "" && p[2]&0x80 != 0 {
			o = kpi.Observation{Metric: o.Metric, Goal: o.Goal, Channel: o.Channel, ID: o.ID, Revision: o.Revision, Withdrawn: true}
		}
		batch = append(batch, o)
		if p[2]&0x40 != 0 {
			batches = append(batches, batch)
			batch = nil
		}
	}
	return append(batches, batch)
}

// crowd returns readings of metric m0 all over the days that a program speaks of,
// every third wider than an int64 can add up.
func crowd(n int) []kpi.Observation {
	obs := make([]kpi.Observation, n)
	for i := range obs {
		obs[i] = kpi.Observation{
			Metric: "m0", At: time.Date(2026, 1, 1, 0, i*7919%(13*24*60), 0, 0, time.UTC),
			Value: kpi.Num([]string{"1", "-0.25", "9e18"}[i%3]), Revision: int64(i % 5 / 4),
		}
	}
	return obs
}

// inForce returns the readings that count of all that were taken, the slow way.
func inForce(all []kpi.Observation) []kpi.Observation {
	var list, versions []kpi.Observation
	for _, o := range all {
		if o.ID == "" {
			list = append(list, o)
			continue
		}
		versions = append(versions, o)
	}
	for i, o := range versions {
		holds := !o.Withdrawn
		for j, other := range versions {
			sameReading := o.ID == other.ID && o.Metric == other.Metric && o.Goal == other.Goal && o.Channel == other.Channel
			if sameReading && (other.Revision > o.Revision || other.Revision == o.Revision && j < i) {
				holds = false
			}
		}
		if holds {
			list = append(list, o)
		}
	}
	return list
}

// naive answers a query of one channel by looking at every reading. It reports
// false for a tie.
func naive(readings []kpi.Observation, q kpi.Query, channel string) (tally kpi.Tally, ok bool) {
	tally.Channel = channel
	var newest []kpi.Observation
	for _, o := range readings {
		if o.Metric != q.Metric || o.Goal != q.Goal || o.Channel != channel {
			continue
		}
		when, inside := o.At, !o.At.Before(q.Window.Start) && o.At.Before(q.Window.End)
		if o.At.IsZero() {
			when = o.Period.End.Add(-1)
			inside = !o.Period.Start.Before(q.Window.Start) && !o.Period.End.After(q.Window.End)
		}
		before := when.Before(q.Window.End)
		switch q.Combine {
		case kpi.Last:
			inside = before
		case kpi.Unique:
			inside = o.At.IsZero() && o.Period.Equal(q.Window)
			before = inside
		}
		if inside {
			tally.Count++
			tally.Sum, tally.Min, tally.Max = folded(tally, o.Value)
		}
		switch {
		case !before:
		case when.After(tally.LastAt):
			tally.LastAt, newest = when, []kpi.Observation{o}
		case when.Equal(tally.LastAt) && o.Revision > newest[0].Revision:
			newest = []kpi.Observation{o}
		case when.Equal(tally.LastAt) && o.Revision == newest[0].Revision:
			newest = append(newest, o)
		}
	}
	for _, o := range newest {
		tally.Last = o.Value
		if !o.Value.Equal(newest[0].Value) {
			return tally, false
		}
	}
	return tally, true
}

// folded returns the sum, least and greatest value of a tally and one more.
func folded(tally kpi.Tally, v kpi.Number) (sum, least, most kpi.Number) {
	if tally.Count == 1 {
		return v, v, v
	}
	least, most = tally.Min, tally.Max
	if v.Cmp(least) < 0 {
		least = v
	}
	if v.Cmp(most) > 0 {
		most = v
	}
	return tally.Sum.Add(v), least, most
}

func FuzzLedger(f *testing.F) {
	f.Add([]byte("\x00\x00\x00\x00\x00\x85"))
	f.Add([]byte("\x00\x01\x01\x02\x00\x85\x00\x01\x42\x03\x00\x86\x00\x01\x83\x00\x00\x00"))
	f.Add([]byte("\x80\x00\x00\x01\x01\x05\x80\x00\x00\x01\x01\x06\x01\x05\x41\x82\x10\x07"))
	f.Add([]byte("\x02\x00\x00\x83\x00\x90\x02\x00\x40\x84\x00\x91\x04\x00\x00\x8f\x00\x92\x04\x05\x01\x03\x31\x93"))
	f.Add([]byte("\xff\x03\x00\x00\x00\x00\x00\x00\x05\x00\x90\x01\x01\x01\x02\x06\x21\x90\x01\x05\x41\x07\x21\x91"))
	f.Fuzz(func(t *testing.T, program []byte) {
		program = program[:min(len(program), 6*60)]
		var l kpi.Ledger
		var taken []kpi.Observation
		if len(program) > 2 && program[0] == 0xff { // among many others, in more than one block
			taken = crowd(int(program[1]) % 4 * 300)
			require.NoError(t, l.Add(taken...))
			program = program[2:]
		}
		for _, batch := range decoded(program) {
			if l.Add(batch...) == nil {
				taken = append(taken, batch...)
			}
		}
		held := inForce(taken)
		start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
		for from := range 12 {
			for _, length := range []int{1, 2, 3, 4, 12} {
				window := kpi.Period{Start: start.AddDate(0, 0, from), End: start.AddDate(0, 0, from+length)}
				for _, combine := range []kpi.Combine{kpi.Sum, kpi.Min, kpi.Max, kpi.Last, kpi.Unique} {
					q := kpi.Query{Metric: "m" + strconv.Itoa(from%2), AllChannels: true, Combine: combine, Window: window}
					if from == 5 {
						q.Metric, q.Goal = "", "g"
					}
					compare(t, &l, held, q)
				}
			}
		}
	})
}

// compare holds what the ledger answers against what a look at every reading says.
func compare(t *testing.T, l *kpi.Ledger, held []kpi.Observation, q kpi.Query) {
	t.Helper()
	tie := false
	want := make(map[string]kpi.Tally)
	for _, channel := range []string{"", "a", "b"} {
		x, ok := naive(held, q, channel)
		tie = tie || !ok && (q.Combine == kpi.Last || q.Combine == kpi.Unique)
		want[channel] = x
	}
	list, err := tallies(t, l, q)
	if tie {
		require.ErrorIs(t, err, kpi.ErrObservation)
		return
	}
	require.NoError(t, err)
	got := make(map[string]kpi.Tally)
	for _, x := range list {
		require.NotContains(t, got, x.Channel, "a tally each")
		got[x.Channel] = x
	}
	for channel, x := range want {
		y := got[channel]
		require.Equal(t, x.Count > 0, y.Count > 0, "%q in %s", channel, q.Window)
		require.True(t, x.LastAt.Equal(y.LastAt), "%s, not %s", y.LastAt, x.LastAt)
		if x.Count == 0 {
			continue
		}
		switch q.Combine {
		case kpi.Sum:
			require.Equal(t, x.Count, y.Count)
			require.True(t, x.Sum.Equal(y.Sum), "%s, not %s", y.Sum, x.Sum)
		case kpi.Min:
			require.True(t, x.Min.Equal(y.Min), "%s, not %s", y.Min, x.Min)
		case kpi.Max:
			require.True(t, x.Max.Equal(y.Max), "%s, not %s", y.Max, x.Max)
		default:
			require.True(t, x.Last.Equal(y.Last), "%s, not %s", y.Last, x.Last)
		}
	}
}

// TestLongSeries compares a ledger of some thousand readings, many of them late,
// corrected or withdrawn, in batches of all sizes, with a look at every reading.
func TestLongSeries(t *testing.T) {
	random := rand.New(rand.NewPCG(71, 73))
	start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	hours := func(n int) time.Time { return start.Add(time.Duration(n) * time.Hour) }
	const span = 3000 // hours
	queries := 120
	if testing.Short() {
		queries = 20
	}
	for round := range 5 {
		var l kpi.Ledger
		var taken []kpi.Observation
		for len(taken) < 3000 {
			batch := make([]kpi.Observation, 1+random.IntN(1+round%4*300))
			for i := range batch {
				hour := random.IntN(span)
				if round%2 == 0 && random.IntN(10) > 0 {
					hour = (len(taken) + i) % span // mostly in order
				}
				o := kpi.Observation{Metric: "m", At: hours(hour), Value: kpi.Num(fmt.Sprintf("%de-3", random.IntN(2_000_000)-1_000_000))}
				if round == 3 { // totals leave the int64
					o.Value = kpi.Num([]string{"1e-19", "-3", "9223372036854775807", "-9223372036854775808", "4e30", "0"}[random.IntN(6)])
				}
				if random.IntN(20) == 0 {
					o.At, o.Period = time.Time{}, kpi.Period{Start: o.At, End: o.At.Add(time.Duration(1+random.IntN(100)) * time.Hour)}
				}
				if random.IntN(2) == 0 {
					o.ID, o.Revision = strconv.Itoa(random.IntN(600)), int64(len(taken)+i) // no two versions have one revision
					o.Withdrawn = random.IntN(8) == 0
				}
				batch[i] = o
			}
			require.NoError(t, l.Add(batch...))
			taken = append(taken, batch...)
		}
		held := inForce(taken)
		for range queries {
			from, to := random.IntN(span), random.IntN(span+200)
			for _, combine := range []kpi.Combine{kpi.Sum, kpi.Min, kpi.Max, kpi.Last} {
				compare(t, &l, held, kpi.Query{Metric: "m", AllChannels: true, Combine: combine, Window: kpi.Period{Start: hours(from), End: hours(to)}})
			}
		}
	}
}

// A reading that agrees with one of two others does not settle which of these holds.
func TestLedgerTieOfThree(t *testing.T) {
	obs := []kpi.Observation{
		reading(t, "followers", "", "2026-03-31T23:59:59.999999999Z", "5"),
		spanning(t, "followers", "", "2026-03", "5"),
		spanning(t, "followers", "", "2026-Q1", "6"),
	}
	for _, order := range permutations(obs) {
		_, err := tallies(t, ledger(t, order...), kpi.Query{Metric: "followers", Combine: kpi.Last, Window: period(t, "2026", time.UTC)})
		assert.ErrorIs(t, err, kpi.ErrObservation)
	}
}
