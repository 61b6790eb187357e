package main

import (
	"io"
	"strconv"

	"github.com/goalkit/goalkit/rollup/report"
)

// printTests writes what experiments show.
func printTests(out io.Writer, r *report.Report) {
	if len(r.Tests) == 0 {
		return
	}
	section(out, "Tests")
	for _, test := range r.Tests {
		for _, v := range test.Variants {
			text := test.Title + ", " + v.Name + ": " + string(v.Outcome)
			if v.Lift.Known() {
				text += ", lift " + lift(v.Lift) + " (" + lift(v.LiftLow) + " to " + lift(v.LiftHigh) + ")"
			}
			if v.P.Known() {
				p, _ := v.P.Float64()
				text += ", p = " + strconv.FormatFloat(p, 'f', 3, 64)
			}
			paragraph(out, "  ·", text)
		}
	}
}

func lift(e report.Estimate) string {
	x, known := e.Float64()
	if !known {
		return none
	}
	return strconv.FormatFloat(100*x, 'f', 1, 64) + "%"
}

// printChanges writes what was changed in the plan.
func printChanges(out io.Writer, r *report.Report) {
	if len(r.Changes) == 0 {
		return
	}
	section(out, "What was changed in the plan")
	for _, revision := range r.Changes {
		paragraph(out, "  ·", revision.Date+", "+revision.By+": "+revision.Why)
		for _, c := range revision.Changes {
			paragraph(out, "     ", c.ID+" "+c.Field+": "+or(c.Before)+" → "+or(c.After))
		}
	}
}

func or(text string) string {
	if text == "" {
		return none
	}
	return text
}

// printClosing writes how goals ended, and what is proposed for those that were no
// success.
func printClosing(out io.Writer, r *report.Report) {
	if len(r.Closings) == 0 {
		return
	}
	section(out, "Goals that ended")
	t := table{left: map[int]bool{2: true, 3: true}}
	t.add("", "score", "", "carry on as")
	for _, c := range r.Closings {
		next := none
		switch {
		case c.CarriedBy != "":
			next = c.CarriedBy + " (planned)"
		case c.Next != nil:
			next = c.Next.ID + ", " + c.Next.Period
		}
		t.add(short(c.Title), percent(c.Score), string(c.Verdict), next)
	}
	t.print(out)
}

// printAgenda writes what is due next.
func printAgenda(out io.Writer, r *report.Report, most int) {
	section(out, "What is next")
	for i, due := range r.Agenda {
		if i == most {
			say(out, "  and %d more", len(r.Agenda)-most)
			return
		}
		mark := "  · "
		if due.Overdue {
			mark = "  ! "
		}
		paragraph(out, mark, due.Text)
	}
	if len(r.Agenda) == 0 {
		say(out, "  Nothing.")
	}
}
