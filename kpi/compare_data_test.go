package kpi_test

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

// The tests that begin with TestData use tables that are not part of the
// repository: GOALKIT_DATA names the folder that has them.

// Scores of the Environmental Performance Index 2020 and the weighted means of
// those there are, as published.
func TestDataWeightedMean(t *testing.T) {
	var data struct {
		Indices []struct {
			Index     string
			Children  map[string][2]*string
			Published string
		} `json:"reweight_missing"`
	}
	require.NoError(t, json.Unmarshal(readTable(t, "aggregate", "cases.json"), &data))
	require.Len(t, data.Indices, 3)
	for _, index := range data.Indices {
		var parts []kpi.Weighted
		for _, child := range index.Children {
			if child[1] != nil {
				parts = append(parts, kpi.Weighted{Value: value(*child[1]), Weight: value(*child[0])})
			}
		}
		got, absence := kpi.WeightedMean(parts...)
		require.Empty(t, absence)
		// Half a unit of the last printed place of the inputs and of the result.
		off := got.Rat().Sub(got.Rat(), value(index.Published).Rat())
		assert.LessOrEqual(t, off.Abs(off).Cmp(big.NewRat(1, 10)), 0, "%s: %s", index.Index, got)
	}
}

// Interactions and reach of 500 posts: the mean of their rates by reach is the
// quotient of the sums that are published with the table.
func TestDataRatesOfPosts(t *testing.T) {
	var parts []kpi.Weighted
	for _, post := range readPosts(t) {
		parts = append(parts, kpi.Weighted{Value: fraction(post.interactions, post.reach), Weight: fraction(post.reach, 1)})
	}
	got, absence := kpi.WeightedMean(parts...)
	require.Empty(t, absence)
	assert.True(t, got.Equal(fraction(106060, 6951680)), got)
}

// Posts by kind, of the first half of a year and of the second.
func TestDataMixAndRate(t *testing.T) {
	var sums [2]struct{ interactions, reach int64 }
	kinds := map[string]*[2][2]int64{}
	for _, post := range readPosts(t) {
		half := (post.month - 1) / 6
		if kinds[post.kind] == nil {
			kinds[post.kind] = new([2][2]int64)
		}
		kinds[post.kind][half][0] += post.interactions
		kinds[post.kind][half][1] += post.reach
		sums[half].interactions += post.interactions
		sums[half].reach += post.reach
	}
	require.Equal(t, int64(106060), sums[0].interactions+sums[1].interactions)
	var segments []kpi.Segment
	for _, k := range kinds {
		segments = append(segments, kpi.Segment{From: rate(k[0][0], k[0][1]), To: rate(k[1][0], k[1][1])})
	}
	effects, absence := kpi.MixAndRate(segments)
	require.Empty(t, absence)
	rate, mix := totals(effects)
	want := big.NewRat(sums[1].interactions, sums[1].reach)
	want.Sub(want, big.NewRat(sums[0].interactions, sums[0].reach))
	assert.Zero(t, rate.Add(rate, mix).Cmp(want))
}

// A post of the data set by Moro, Rita and Vala (2016).
type post struct {
	kind                string
	month               int64
	interactions, reach int64
}

func readPosts(t *testing.T) []post {
	t.Helper()
	file, err := os.Open(tablePath(t, "facebook", "facebook_metrics.csv"))
	require.NoError(t, err)
	defer func() { _ = file.Close() }()
	rows, err := csv.NewReader(file).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 501)
	column := func(row []string, name string) string { return row[slices.Index(rows[0], name)] }
	number := func(row []string, name string) (n int64) {
		_, err := fmt.Sscan(column(row, name), &n)
		require.NoError(t, err)
		return n
	}
	var posts []post
	for _, row := range rows[1:] {
		posts = append(posts, post{
			kind: column(row, "type"), month: number(row, "month"),
			interactions: number(row, "total_interactions"), reach: number(row, "total_reach"),
		})
	}
	return posts
}

func readTable(t *testing.T, path ...string) []byte {
	t.Helper()
	text, err := os.ReadFile(tablePath(t, path...))
	require.NoError(t, err)
	return text
}

func tablePath(t *testing.T, path ...string) string {
	t.Helper()
	folder := os.Getenv("GOALKIT_DATA")
	if folder == "" {
		t.Skip("GOALKIT_DATA does not name the folder of the published tables")
	}
	return filepath.Join(append([]string{folder}, path...)...)
}
