package marketing_test

import (
	"encoding/csv"
	"fmt"
	"maps"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

// A post of the Facebook metrics data set: 500 posts of a cosmetics brand in
// 2014 (Moro, Rita, Vala, Journal of Business Research 69(9), 2016; UCI Machine
// Learning Repository). The table is no part of the repository: GOALKIT_DATA
// names the folder that has it.
type post struct {
	kind, weekday                                                        string
	month                                                                time.Month
	pageLikes, reach, impressions, comments, likes, shares, interactions int64
}

func readPosts(t *testing.T) []post {
	t.Helper()
	folder := os.Getenv("GOALKIT_DATA")
	if folder == "" {
		t.Skip("GOALKIT_DATA does not name the folder of the published tables")
	}
	file, err := os.Open(filepath.Join(folder, "facebook", "facebook_metrics.csv"))
	require.NoError(t, err)
	defer file.Close() //nolint:errcheck // only read
	rows, err := csv.NewReader(file).ReadAll()
	require.NoError(t, err)
	head, rows := rows[0], rows[1:]
	posts := make([]post, len(rows))
	for i, row := range rows {
		cell := func(column string) string { return row[slices.Index(head, column)] }
		number := func(column string) int64 {
			if cell(column) == "" {
				return 0
			}
			n, err := strconv.ParseInt(cell(column), 10, 64)
			require.NoError(t, err)
			return n
		}
		posts[i] = post{
			kind: cell("type"), weekday: cell("weekday"), month: time.Month(number("month")),
			pageLikes: number("page_total_likes"), reach: number("total_reach"), impressions: number("total_impressions"),
			comments: number("comments"), likes: number("likes"), shares: number("shares"), interactions: number("total_interactions"),
		}
	}
	return posts
}

// ledgerOf returns the posts as observations, each post on the channel that it is
// given. The newest post comes first, and a month's posts a minute apart.
func ledgerOf(t *testing.T, posts []post, channel func(post) string) *kpi.Ledger {
	t.Helper()
	var l kpi.Ledger
	for i, p := range posts {
		at := time.Date(2014, p.month, 1, 0, len(posts)-i, 0, 0, time.UTC)
		for metric, n := range map[string]int64{
			"posts_published": 1, "engagements": p.interactions, "impressions": p.impressions,
			"post_reach": p.reach, "post_followers": p.pageLikes,
			"comments": p.comments, "reactions": p.likes, "shares": p.shares,
		} {
			require.NoError(t, l.Add(kpi.Observation{Metric: metric, Channel: channel(p), At: at, Value: kpi.Int(n)}))
		}
		require.NoError(t, l.Add(kpi.Observation{Metric: "followers", At: at, Value: kpi.Int(p.pageLikes)}))
	}
	return &l
}

var rates = map[string]func(post) int64{ // and their denominators
	"er_reach":       func(p post) int64 { return p.reach },
	"er_followers":   func(p post) int64 { return p.pageLikes },
	"er_impressions": func(p post) int64 { return p.impressions },
}

// pool returns the interactions of the posts over their denominators, counted
// without the library.
func pool(posts []post, denominator func(post) int64, of func(post) bool) *big.Rat {
	var above, below int64
	for _, p := range posts {
		if of(p) {
			above, below = above+p.interactions, below+denominator(p)
		}
	}
	return big.NewRat(above, below)
}

func TestFacebookCheckSums(t *testing.T) {
	posts := readPosts(t)
	l := ledgerOf(t, posts, func(p post) string { return p.kind })
	year := period("2014")
	for metric, want := range map[string]string{
		"posts_published": "500", "engagements": "106060", "reactions": "88795", "comments": "3741", "shares": "13524",
		"post_reach": "6951680",
	} {
		a := ask(t, l, kpi.Ask{Metric: metric, AllChannels: true, Window: year})
		assert.Equal(t, want, a.Value.String(), metric)
	}
	for i, want := range []string{ // page likes at the end of each month
		"86909", "93684", "104070", "115893", "121540", "126424", "131808", "133679", "135700", "137059", "138353", "139441",
	} {
		a := ask(t, l, kpi.Ask{Metric: "followers", AllChannels: true, Window: period(fmt.Sprintf("2014-%02d", i+1))})
		assert.Equal(t, want, a.Value.String())
	}
}

func TestFacebookYear(t *testing.T) {
	posts := readPosts(t)
	l := ledgerOf(t, posts, func(p post) string { return p.kind })
	for rate, denominator := range rates {
		a := ask(t, l, kpi.Ask{Metric: rate, AllChannels: true, Window: period("2014")})
		want := pool(posts, denominator, func(post) bool { return true })
		assert.Zero(t, want.Cmp(a.Value.Rat()), "%s: %s", rate, a.Value)

		mean := new(big.Rat) // of the posts' own rates: another figure
		for _, p := range posts {
			mean.Add(mean, big.NewRat(p.interactions, denominator(p)))
		}
		mean.Quo(mean, big.NewRat(int64(len(posts)), 1))
		assert.NotZero(t, mean.Cmp(a.Value.Rat()), "%s is no mean of rates", rate)
	}
	a := ask(t, l, kpi.Ask{Metric: "er_reach", AllChannels: true, Window: period("2014")})
	assert.Zero(t, big.NewRat(106060, 6951680).Cmp(a.Value.Rat()), "%s: of the published check sums", a.Value)
}

func TestFacebookByChannel(t *testing.T) {
	posts := readPosts(t)
	for name, channel := range map[string]func(post) string{
		"type":    func(p post) string { return p.kind },
		"weekday": func(p post) string { return p.weekday },
	} {
		l := ledgerOf(t, posts, channel)
		groups := map[string]bool{}
		for _, p := range posts {
			groups[channel(p)] = true
		}
		assert.Len(t, groups, map[string]int{"type": 4, "weekday": 7}[name])
		for group := range maps.Keys(groups) {
			for rate, denominator := range rates {
				a := ask(t, l, kpi.Ask{Metric: rate, Channel: group, Window: period("2014")})
				want := pool(posts, denominator, func(p post) bool { return channel(p) == group })
				assert.Zero(t, want.Cmp(a.Value.Rat()), "%s of %s %s: %s", rate, name, group, a.Value)
			}
		}
	}
}

func TestFacebookByMonth(t *testing.T) {
	posts := readPosts(t)
	l := ledgerOf(t, posts, func(p post) string { return p.kind })
	for month := time.January; month <= time.December; month++ {
		window := period(fmt.Sprintf("2014-%02d", month))
		for rate, denominator := range rates {
			a := ask(t, l, kpi.Ask{Metric: rate, AllChannels: true, Window: window})
			want := pool(posts, denominator, func(p post) bool { return p.month == month })
			assert.Zero(t, want.Cmp(a.Value.Rat()), "%s in %s: %s", rate, month, a.Value)

			a = ask(t, l, kpi.Ask{Metric: rate, Channel: "Photo", Window: window})
			want = pool(posts, denominator, func(p post) bool { return p.month == month && p.kind == "Photo" })
			assert.Zero(t, want.Cmp(a.Value.Rat()), "%s of photos in %s: %s", rate, month, a.Value)
		}
	}
}
