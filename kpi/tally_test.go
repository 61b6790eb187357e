package kpi_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

// Whatever the shards and their order, merged tallies are the tally of all
// readings, which rational arithmetic confirms.
func TestTallyMerge(t *testing.T) {
	draw := rand.New(rand.NewPCG(5, 6))
	for range 500 {
		shards := make([]kpi.Tally, 1+draw.IntN(6))
		var all kpi.Tally
		sum, n := new(big.Rat), draw.IntN(30)
		newest := map[time.Time]map[string]bool{}
		var last time.Time
		for range n {
			text := []string{"1", "-2.5", "1e20", "0.000001", "3e-20", "99999999999999999999"}[draw.IntN(6)]
			at := time.Date(2026, 1, 1+draw.IntN(9), 0, 0, 0, 0, time.UTC)
			value := kpi.Num(text)
			all.Add(at, value)
			shards[draw.IntN(len(shards))].Add(at, value)
			sum.Add(sum, value.Rat())
			if newest[at] == nil {
				newest[at] = map[string]bool{}
			}
			newest[at][text] = true
			if at.After(last) {
				last = at
			}
		}
		var merged kpi.Tally
		for _, i := range draw.Perm(len(shards)) {
			merged.Merge(shards[i])
		}
		require.True(t, all.Equal(merged), "%+v and %+v", all, merged)
		for len(shards) > 1 { // any two neighbours first
			i := draw.IntN(len(shards) - 1)
			shards[i].Merge(shards[i+1])
			shards = append(shards[:i+1], shards[i+2:]...)
		}
		require.True(t, all.Equal(shards[0]), "%+v and %+v", all, shards[0])
		require.Equal(t, int64(n), merged.Count)
		require.Zero(t, sum.Cmp(merged.Sum.Rat()))
		require.Equal(t, len(newest[last]) > 1, merged.Tied)
		require.True(t, last.Equal(merged.LastAt))

		left, right := merged, merged // encoded and decoded, as text and as JSON
		text, err := left.MarshalText()
		require.NoError(t, err)
		require.NoError(t, left.UnmarshalText(text), "%s", text)
		encoded, err := json.Marshal(right)
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(encoded, &right))
		require.True(t, merged.Equal(left), "%s", text)
		require.True(t, merged.Equal(right), "%s", encoded)
	}
}

func TestTallyText(t *testing.T) {
	var tally kpi.Tally
	tally.Add(time.Date(2026, 3, 8, 0, 0, 0, 0, time.UTC), kpi.Num("20.5"))
	tally.Add(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), kpi.Num("10"))
	tally.Channel = "social \"paid\""
	text, err := tally.MarshalText()
	require.NoError(t, err)
	assert.Equal(t, `count=2 sum=30.5 min=10 max=20.5 last=20.5 at=2026-03-08T00:00:00Z channel="social \"paid\""`, string(text))

	var zero kpi.Tally
	text, err = zero.MarshalText()
	require.NoError(t, err)
	assert.Equal(t, "count=0", string(text))

	for _, bad := range []string{
		"count", "count=x", "count=-1", "sum=NaN", "sum=1e5", "sum=", "at=yesterday", "tied=no", "channel=x",
		"count=1 colour=red", "count=1  sum=1", "sum=" + strings.Repeat("9", 1000),
	} {
		before := tally
		assert.Error(t, tally.UnmarshalText([]byte(bad)), bad)
		assert.True(t, before.Equal(tally), "left alone")
	}
}

// A tie that matters is an error, one that does not is none.
func TestTallyTied(t *testing.T) {
	day := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	var tally kpi.Tally
	tally.Add(day, kpi.Int(5))
	tally.Add(day, kpi.Int(6))
	require.True(t, tally.Tied)
	catalogue, err := kpi.NewCatalogue([]kpi.Metric{{ID: "leads", Combine: kpi.Sum}, {ID: "followers", Combine: kpi.Last}})
	require.NoError(t, err)
	window := kpi.Period{Start: day, End: day.AddDate(0, 1, 0)}
	read := func(metric string) ([]kpi.Answer, error) {
		return catalogue.Read(oneTally(tally), []kpi.Ask{{Metric: metric, AllChannels: true, Window: window}})
	}
	answers, err := read("leads")
	require.NoError(t, err)
	assert.Equal(t, "11", answers[0].Value.String())
	_, err = read("followers")
	assert.ErrorIs(t, err, kpi.ErrObservation)
	tally.Add(day.AddDate(0, 0, 1), kpi.Int(4)) // a newer reading settles it
	answers, err = read("followers")
	require.NoError(t, err)
	assert.Equal(t, "4", answers[0].Value.String())
}

// oneTally is a source that answers everything with one tally.
type oneTally kpi.Tally

func (o oneTally) Tallies(queries []kpi.Query, add func(int, kpi.Tally)) error {
	for i := range queries {
		add(i, kpi.Tally(o))
	}
	return nil
}

func ExampleTally() {
	monday := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	var web, app kpi.Tally // folded on two machines
	web.Add(monday, kpi.Int(120))
	web.Add(monday.AddDate(0, 0, 1), kpi.Int(95))
	app.Add(monday.AddDate(0, 0, 2), kpi.Num("40.5"))

	web.Merge(app)
	text, _ := web.MarshalText()
	fmt.Println(string(text))
	// Output:
	// count=3 sum=255.5 min=40.5 max=120 last=40.5 at=2026-03-04T00:00:00Z
}
