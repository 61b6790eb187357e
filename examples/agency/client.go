package main

import (
	"bytes"
	"embed"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/abtest"
	"github.com/goalkit/goalkit/kpi/marketing"
	"github.com/goalkit/goalkit/rollup/report"
)

//go:embed plan.json data/*.csv
var files embed.FS

// A client is a plan with what was measured.
type client struct {
	hierarchy *goal.Hierarchy
	ledger    kpi.Ledger
	at        kpi.Moment
	policy    report.Policy
}

func load(at string) (*client, error) {
	text, err := files.ReadFile("plan.json")
	if err != nil {
		return nil, err
	}
	var plan goal.Plan
	if err := json.Unmarshal(text, &plan); err != nil {
		return nil, err
	}
	c := &client{policy: policy}
	if c.policy.Revisions, err = goal.NewRevisions(history(plan), marketing.Metrics(plan.Currency)...); err != nil {
		return nil, err
	}
	if c.hierarchy, err = goal.New(plan, marketing.Metrics(plan.Currency)...); err != nil {
		return nil, err
	}
	if c.at, err = c.hierarchy.Moment(at); err != nil {
		return nil, err
	}
	return c, c.read()
}

// history returns the plan as it was before August 17, and as it is.
func history(plan goal.Plan) []goal.Revision {
	before := plan
	before.Goals = slices.Clone(plan.Goals)
	for i, g := range before.Goals {
		if g.ID == "subscribers-q3" {
			target := kpi.Reach("8700", "10400")
			measure := *g.Measure
			measure.Target = &target
			before.Goals[i].Measure = &measure
		}
	}
	return []goal.Revision{
		{Plan: before},
		{From: "2026-08-17", By: "Ines", Why: "the coffee fair in September is cancelled", Plan: plan},
	}
}

// read fills the ledger from the files: one a channel, a line a day, a column a
// metric; and one with a line a post.
func (c *client) read() error {
	names, err := files.ReadDir("data")
	if err != nil {
		return err
	}
	for _, name := range names {
		data, err := files.ReadFile(path.Join("data", name.Name()))
		if err != nil {
			return err
		}
		rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
		if err != nil {
			return err
		}
		channel := strings.TrimSuffix(name.Name(), ".csv")
		if err := c.record(channel, rows); err != nil {
			return fmt.Errorf("%s: %w", name.Name(), err)
		}
	}
	return nil
}

// record adds the readings of a file.
func (c *client) record(channel string, rows [][]string) error {
	if channel == "posts" {
		channel = "instagram"
	}
	var readings []kpi.Observation
	for _, row := range rows[1:] {
		day, err := time.ParseInLocation(time.DateOnly, row[0], c.hierarchy.Location())
		if err != nil {
			return err
		}
		reading := kpi.Observation{Channel: channel, At: day}
		for i, column := range rows[0] {
			switch column {
			case "date":
			case "id":
				reading.ID = row[i]
			default:
				reading.Metric, reading.Value = column, kpi.Num(row[i])
				readings = append(readings, reading)
			}
		}
	}
	return c.ledger.Add(readings...)
}

// policy is how this agency reports: six figures that never change, the test that
// ran, the reviews that were held.
var policy = report.Policy{
	KPIs: []string{"impressions", "post_engagements", "sessions", "leads", "cpl", "email_click_rate"},
	Experiments: []report.Experiment{{
		ID: "form", Title: "Short enquiry form", Goal: "conversion-q3", Strategy: "form-test", Metric: "conversion_rate",
		Plan: abtest.Plan{N: 4500}, Control: abtest.Arm{N: 4612, Conversions: 92}, Variants: []abtest.Arm{{N: 4580, Conversions: 131}},
		Names: []string{"three fields instead of nine"},
	}},
	Held: []report.Held{
		{Span: report.Quarter, On: "2026-07-08", By: "Ines"},
		{Span: report.Month, On: "2026-07-08", By: "Ines"},
		{Span: report.Month, On: "2026-08-06", By: "Ines"},
	},
}
