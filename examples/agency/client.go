package main

import (
	"bytes"
	"embed"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"path"
	"strings"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
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
	if c.hierarchy, err = goal.New(plan, marketing.Metrics(plan.Currency)...); err != nil {
		return nil, err
	}
	if c.at, err = c.hierarchy.Moment(at); err != nil {
		return nil, err
	}
	return c, c.read()
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

// policy is how this agency reports: six figures that never change.
var policy = report.Policy{
	KPIs: []string{"impressions", "post_engagements", "sessions", "leads", "cpl", "email_click_rate"},
}
