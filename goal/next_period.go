package goal

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// nextPeriod returns the text of the period after p, in the form of p's own text;
// as instants if no text of that form says it, and "" if there is no such period.
func nextPeriod(text string, p kpi.Period) string {
	next := p.Next()
	if next.IsEmpty() {
		return ""
	}
	written := sameForm(text, next)
	if q, err := kpi.ParsePeriod(written, next.Start.Location()); err != nil || !q.Equal(next) {
		return next.String()
	}
	return written
}

// sameForm writes a period in the form of a text such as 2026-Q1@04, "" if it
// has none of the forms that name a period or its days.
func sameForm(text string, p kpi.Period) string {
	name, yearStart, fiscal := strings.Cut(text, "@")
	suffix := strings.TrimPrefix(text, name)
	year, months := fiscalMonths(p.Start, yearStart, fiscal)
	const digits, dashed = len("2026"), len("2026-")
	switch {
	case len(text) == len("2026-03-05/2026-03-31"):
		last := p.End.Add(-time.Nanosecond)
		return p.Start.Format(time.DateOnly) + "/" + last.Format(time.DateOnly)
	case len(name) == digits:
		return fmt.Sprintf("%04d%s", year, suffix)
	case strings.Contains(text, "/"): // instants
		return ""
	}
	switch part := name[dashed:]; {
	case part[0] == 'H':
		return fmt.Sprintf("%04d-H%d%s", year, months/6+1, suffix)
	case part[0] == 'Q':
		return fmt.Sprintf("%04d-Q%d%s", year, months/3+1, suffix)
	case part[0] == 'W':
		year, week := p.Start.ISOWeek()
		return fmt.Sprintf("%04d-W%02d", year, week)
	case len(part) == len("03"):
		return p.Start.Format("2006-01")
	}
	return p.Start.Format(time.DateOnly)
}

// fiscalMonths returns the calendar year in which t's fiscal year starts, and how
// many months of it are over before t's.
func fiscalMonths(t time.Time, yearStart string, fiscal bool) (year, months int) {
	first := 1
	if fiscal {
		first, _ = strconv.Atoi(yearStart) // a period's own text: it is a month
	}
	year, months = t.Year(), int(t.Month())-first
	if months < 0 {
		return year - 1, months + 12
	}
	return year, months
}
