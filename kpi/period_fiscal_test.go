package kpi_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

func ExampleParsePeriod_fiscal() {
	for _, text := range []string{"2026@04", "2026-H2@04", "2026-Q4@04"} {
		p, _ := kpi.ParsePeriod(text, time.UTC)
		fmt.Println(p)
	}
	// Output:
	// 2026-04-01T00:00:00Z/2027-04-01T00:00:00Z
	// 2026-10-01T00:00:00Z/2027-04-01T00:00:00Z
	// 2027-01-01T00:00:00Z/2027-04-01T00:00:00Z
}

// TestParsePeriodFiscal uses fiscal years as their owners publish them: the
// United Kingdom's public bodies count from April, the United States' from
// October, Australia's from July.
func TestParsePeriodFiscal(t *testing.T) {
	tests := []struct{ zone, text, want string }{
		{"Europe/London", "2025@04", "2025-04-01/2026-03-31"},
		{"America/New_York", "2025@10", "2025-10-01/2026-09-30"}, // "fiscal year 2026"
		{"America/New_York", "2025-Q2@10", "2026-01-01/2026-03-31"},
		{"Australia/Sydney", "2025@07", "2025-07-01/2026-06-30"},
		{"Australia/Sydney", "2025-H2@07", "2026-01-01/2026-06-30"},
		{"UTC", "2023-Q4@03", "2023-12-01/2024-02-29"},
		{"UTC", "2026@01", "2026-01-01/2026-12-31"},
		{"UTC", "2026-Q3@12", "2027-06-01/2027-08-31"},
		{"UTC", "0000@12", "0000-12-01/0001-11-30"},
		{"UTC", "9999-Q3@04", "9999-10-01/9999-12-31"},
	}
	for _, test := range tests {
		loc := load(t, test.zone)
		assert.True(t, period(t, test.want, loc).Equal(period(t, test.text, loc)), test.text)
	}
	assert.Equal(t, period(t, "2026-H2", time.UTC), period(t, "2026-H2@01", time.UTC))
	assert.Equal(t, "9999-12-01T00:00:00Z/10000-12-01T00:00:00Z", period(t, "9999@12", time.UTC).String())
}

func TestParsePeriodFiscalRefuses(t *testing.T) {
	for _, text := range []string{
		"@", "@04", "2026@", "2026@4", "2026@00", "2026@13", "2026@004", "2026@+4", "2026@-4", "2026@04@04", "2026@@04", "2026 @04",
		"2026-H3@04", "2026-Q5@04", "2026-Q0@04", "2026-03@04", "2026-W14@04", "2026-03-05@04", "026@04", "2026@0４", "2026@04/2027@04",
		"9999-Q4@04", "9999-H2@07", "2026-@04", "2026@04-Q1",
	} {
		p, err := kpi.ParsePeriod(text, time.UTC)
		assert.ErrorIs(t, err, kpi.ErrPeriod, "%q", text)
		assert.Zero(t, p)
	}
	_, err := kpi.ParsePeriod("2026@13", time.UTC)
	assert.ErrorContains(t, err, "no such fiscal period")
}

// TestNeighboursOfFiscalNames takes the names of each unit one after the other.
func TestNeighboursOfFiscalNames(t *testing.T) {
	for _, zone := range namedZones {
		loc := load(t, zone)
		for month := 1; month <= 12; month++ {
			for _, form := range []string{"", "-H%d", "-Q%d"} {
				names := namesOf(form, 2010, 2019, loc)
				for i := range names {
					names[i] += fmt.Sprintf("@%02d", month)
				}
				aYear := len(names) / 10
				for i := aYear; i < len(names); i++ {
					before, after := period(t, names[i-1], loc), period(t, names[i], loc)
					require.Equal(t, after, before.Next(), "%s %s", zone, names[i-1])
					require.Equal(t, before, after.Previous(), "%s %s", zone, names[i])
					require.Equal(t, period(t, names[i-aYear], loc), after.YearBefore(), "%s %s", zone, names[i])
				}
			}
		}
	}
}

var (
	monthsForm = regexp.MustCompile(`^([0-9]{4})(?:-([HQ]?)([0-9]{1,2}))?(?:@([0-9]{2}))?$`)
	monthsOf   = map[string]int{"H": 6, "Q": 3, "": 1}
)

// monthsNamed is a second reader of years, halves, quarters and months, fiscal
// ones included: the first month, counted from that of year 0, and how many.
func monthsNamed(text string) (first, months int, ok bool) {
	match := monthsForm.FindStringSubmatch(text)
	if match == nil {
		return 0, 0, false
	}
	number := func(i int) int { n, _ := strconv.Atoi(match[i]); return n }
	first, months = 12*number(1), 12
	if n := number(3); match[3] != "" {
		if months = monthsOf[match[2]]; n < 1 || n > 12/months || (len(match[3]) == 1) != (months > 1) {
			return 0, 0, false
		}
		first += (n - 1) * months
	}
	if strings.Contains(text, "@") {
		if n := number(4); n < 1 || n > 12 || months == 1 {
			return 0, 0, false
		}
		first += number(4) - 1
	}
	return first, months, first < 120000
}
