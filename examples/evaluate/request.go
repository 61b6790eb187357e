package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/internal/strict"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
	"github.com/goalkit/goalkit/rollup"
)

// request is the contract's request, dates still text.
type request struct {
	Plan         plan          `json:"plan"`
	Observations []observation `json:"observations"`
	At           string        `json:"at"`
	Policy       policy        `json:"policy"`
}

// plan is a goal.Plan without its decoder, so that one pass reads the request.
type plan goal.Plan

type observation struct {
	Metric    string     `json:"metric"`
	Goal      string     `json:"goal"`
	Channel   string     `json:"channel"`
	At        string     `json:"at"`
	Period    string     `json:"period"`
	Value     kpi.Number `json:"value"`
	ID        string     `json:"id"`
	Revision  int64      `json:"revision"`
	Withdrawn bool       `json:"withdrawn"`
}

// question is a checked request.
type question struct {
	hierarchy *goal.Hierarchy
	ledger    kpi.Ledger
	at        kpi.Moment
	policy    rollup.Policy
}

// read decodes and checks a request. Its error is a *strict.Error or kpi.Problems
// with everything that is wrong.
func read(data []byte) (*request, *question, error) {
	var r request
	if err := strict.Unmarshal(data, &r); err != nil {
		return nil, nil, err
	}
	var q question
	var errs []error
	note := func(err error) { errs = append(errs, err) }

	var err error
	q.hierarchy, err = goal.New(goal.Plan(r.Plan), r.catalogue()...)
	note(err)
	loc, _ := goal.Plan(r.Plan).Location() // a bad zone is among the plan's problems
	obs, err := r.observations(loc)
	note(err)
	q.at, err = kpi.ParseMoment(r.At, loc)
	note(located("at", err))
	q.policy, err = r.Policy.read()
	note(err)

	if err := joined(errs); err != nil {
		return nil, nil, err
	}
	return &r, &q, q.ledger.Add(obs...)
}

// catalogue returns the marketing metrics, in the plan's currency. A currency that
// is none is the plan's fault, not one of each metric.
func (r *request) catalogue() []kpi.Metric {
	if !kpi.IsCurrency(r.Plan.Currency) {
		return marketing.Metrics("")
	}
	return marketing.Metrics(r.Plan.Currency)
}

// observations reads the dates of all observations and checks them.
func (r *request) observations(loc *time.Location) ([]kpi.Observation, error) {
	var errs []error
	obs := make([]kpi.Observation, len(r.Observations))
	unread := make(map[string]bool)
	for i, o := range r.Observations {
		obs[i] = kpi.Observation{
			Metric: o.Metric, Goal: o.Goal, Channel: o.Channel, Value: o.Value,
			ID: o.ID, Revision: o.Revision, Withdrawn: o.Withdrawn,
		}
		field := fmt.Sprintf("observations[%d]", i)
		if o.At != "" {
			day, err := kpi.ParseTime(o.At, loc)
			errs = append(errs, located(field+".at", err))
			obs[i].At = day.Start
			unread[field+".at"] = err != nil
		}
		if o.Period != "" {
			period, err := kpi.ParsePeriod(o.Period, loc)
			errs = append(errs, located(field+".period", err))
			obs[i].Period = period
			unread[field+".at"] = unread[field+".at"] || err != nil
		}
	}
	problems := slices.DeleteFunc(
		problemsIn(goal.CheckObservations(goal.Plan(r.Plan), obs, r.catalogue()...)),
		func(p *kpi.Problem) bool { return unread[p.Field] }, // it is there, but could not be read
	)
	return obs, inOrder(problemsIn(joined(append(errs, problems.Err())))).Err()
}

// inOrder sorts problems by the observation that they are about.
func inOrder(problems kpi.Problems) kpi.Problems {
	index := make(map[*kpi.Problem]int, len(problems))
	for _, p := range problems {
		_, rest, _ := strings.Cut(p.Field, "[")
		number, _, _ := strings.Cut(rest, "]")
		index[p], _ = strconv.Atoi(number)
	}
	slices.SortStableFunc(problems, func(a, b *kpi.Problem) int { return index[a] - index[b] })
	return problems
}

// located returns a parser's error as a problem of this field.
func located(field string, err error) error {
	problems := problemsIn(err)
	for _, p := range problems {
		p.Field = field
	}
	return problems.Err()
}

// problemsIn returns the problems of an error of the library.
func problemsIn(err error) kpi.Problems {
	switch err := err.(type) { //nolint:errorlint // the library's documented types
	case kpi.Problems:
		return err
	case *kpi.Problem:
		return kpi.Problems{err}
	}
	return nil
}

func joined(errs []error) error {
	var all kpi.Problems
	for _, err := range errs {
		all = append(all, problemsIn(err)...)
	}
	return all.Err()
}
