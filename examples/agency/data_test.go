package main

import (
	"encoding/csv"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the data anew")

// The readings are made up here, from a seed, so that everybody can see what is in
// them: Instagram does well, the blog has a summer slump, people leave the
// newsletter, answers on Facebook get slower and its ads dearer.

// A shape is how a number goes over the days: t is the share of the whole time that
// has passed, w the weekday's part of an average day, noise a random factor about 1.
type shape func(d, t, w, noise float64) float64

// A column is one number a day.
type column struct {
	name string
	of   shape
}

func steady(from, to, spread float64) shape {
	return func(_, t, w, noise float64) float64 { return (from + (to-from)*t) * w * (1 + spread*noise) }
}

var channels = map[string][]column{
	"instagram": {
		{"impressions", steady(5200, 9400, 0.12)},
		{"engagements", steady(165, 322, 0.15)},
		{"clicks", steady(55, 96, 0.15)},
		{"posts_published", func(d, _, _, _ float64) float64 { return onDays(d, 0, 2, 4) }},
		{"stories", func(_, t, _, noise float64) float64 { return yes(noise > -1.7+0.4*t) }},
		{"sessions", steady(48, 85, 0.2)},
	},
	"facebook": {
		{"impressions", steady(4100, 3300, 0.12)},
		{"engagements", steady(92, 70, 0.2)},
		{"clicks", steady(60, 66, 0.15)},
		{"messages_answered", steady(9, 12, 0.25)},
		{"first_response_seconds", func(_, t, w, noise float64) float64 {
			return (9 + 3*t) * w * (5200 + 2600*t*t + 900*noise)
		}},
		{"replies", func(_, t, _, noise float64) float64 { return yes(noise > -1.5+0.9*t) }},
		{"leads", steady(0.8, 1.35, 0.5)},
		{"ad_spend", func(_, t, w, noise float64) float64 { return (38 + 30*t*t) * w * (1 + 0.15*noise) }},
		{"attributed_revenue", steady(85, 150, 0.4)},
		{"sessions", steady(90, 102, 0.2)},
	},
	"email": {
		{"mailings", func(d, _, _, _ float64) float64 { return onDays(d, 4) }},
		{"emails_delivered", func(d, t, _, _ float64) float64 { return onDays(d, 4) * (6200 + 3300*t) }},
		{"email_clicks", func(d, t, _, noise float64) float64 {
			return onDays(d, 4) * (6200 + 3300*t) * (0.0208 + 0.0014*t + 0.0009*noise)
		}},
		{"unsubscribes", func(d, t, _, noise float64) float64 {
			return onDays(d, 4) * (6200 + 3300*t) * (0.0026 + 0.0021*t*t + 0.0003*noise)
		}},
		{"orders", steady(6, 9, 0.3)},
		{"sessions", steady(105, 150, 0.3)},
		{"leads", steady(0.45, 0.62, 0.6)},
	},
	"blog": {
		{"sessions", func(d, t, w, noise float64) float64 { return (480 + 190*t) * w * summer(d) * (1 + 0.1*noise) }},
		{"conversions", func(d, t, w, noise float64) float64 {
			return (480 + 190*t) * w * summer(d) * (0.0185 + 0.0032*t + 0.002*noise)
		}},
		{"leads", func(d, t, w, noise float64) float64 { return (1.0 + 0.9*t) * w * summer(d) * (1 + 0.4*noise) }},
	},
}

// Stocks are levels: what was there before the first day, and what a day adds.
var stocks = map[string]struct {
	name  string
	start float64
	grows shape
}{
	"instagram": {"followers", 14100, steady(7, 19, 0.5)},
	"facebook":  {"followers", 9800, steady(0.5, 0.2, 3)},
	"email":     {"subscribers", 6300, steady(8, 9.5, 0.6)},
}

const (
	firstDay = "2025-09-01" // a Monday
	lastDay  = "2026-09-30"
)

func onDays(d float64, weekdays ...int) float64 { return yes(slices.Contains(weekdays, int(d)%7)) }

func yes(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// summer is the slump of July and August 2026.
func summer(d float64) float64 {
	away := (d - 330) / 22
	return 1 - 0.22*math.Exp(-away*away)
}

// weekday is what a day of the week is of an average one, Monday first.
var weekday = [...]float64{1.1, 1.12, 1.08, 1.05, 1.0, 0.82, 0.83}

// generated returns the readings of a channel, a line a day.
func generated(channel string, seed uint64) [][]string {
	columns, stock := channels[channel], stocks[channel]
	head := []string{"date"}
	for _, c := range columns {
		head = append(head, c.name)
	}
	if stock.name != "" {
		head = append(head, stock.name)
	}
	rows := [][]string{head}
	r := rand.New(rand.NewPCG(2026, seed))
	first, last := date(firstDay), date(lastDay)
	whole := last.Sub(first).Hours() / 24
	level := stock.start
	for d := 0.0; d <= whole; d++ {
		row := []string{first.AddDate(0, 0, int(d)).Format(time.DateOnly)}
		at := func(s shape) float64 { return s(d, d/whole, weekday[int(d)%7], r.NormFloat64()) }
		for _, c := range columns {
			row = append(row, whole64(at(c.of)))
		}
		if stock.name != "" {
			level += at(stock.grows)
			row = append(row, whole64(level))
		}
		rows = append(rows, row)
	}
	return rows
}

func whole64(x float64) string { return strconv.Itoa(int(max(math.Round(x), 0))) }

// posts returns the engagements of the posts on Instagram since July, one line each.
func posts() [][]string {
	subjects := []string{"latte art", "roasting day", "meet the farmer", "recipe", "behind the bar", "new beans"}
	rows := [][]string{{"date", "id", "post_engagements"}}
	r := rand.New(rand.NewPCG(2026, 5))
	for d := date("2026-07-01"); !d.After(date(lastDay)); d = d.AddDate(0, 0, 1) {
		if w := d.Weekday(); w != time.Monday && w != time.Wednesday && w != time.Friday {
			continue
		}
		subject := subjects[r.IntN(len(subjects))]
		engagements := 420 * math.Exp(0.35*r.NormFloat64())
		if subject == "meet the farmer" && r.IntN(3) == 0 {
			engagements *= 4
		}
		rows = append(rows, []string{d.Format(time.DateOnly), d.Format("0102") + " " + subject, whole64(engagements)})
	}
	return rows
}

func date(text string) time.Time {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return t
}

// TestData keeps the committed readings what this file makes.
func TestData(t *testing.T) {
	files := map[string][][]string{"posts": posts()}
	for i, channel := range []string{"instagram", "facebook", "email", "blog"} {
		files[channel] = generated(channel, uint64(i))
	}
	for name, rows := range files {
		var text strings.Builder
		require.NoError(t, csv.NewWriter(&text).WriteAll(rows))
		path := filepath.Join("data", name+".csv")
		if *update {
			require.NoError(t, os.WriteFile(path, []byte(text.String()), 0o600))
		}
		committed, err := os.ReadFile(path)
		require.NoError(t, err)
		assert.True(t, text.String() == string(committed), fmt.Sprintf("%s is not what is generated: run go test ./examples/agency -update", path))
	}
}
