package smart_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/smart"
)

// The days were looked up in a printed calendar of 2026 and 2027.
func TestPeriods(t *testing.T) {
	tests := []struct{ phrase, start, deadline string }{
		{"by the end of February 2028", "", "2028-02-29"},
		{"by 12/31/2026", "", "2026-12-31"},
		{"by 31.12.2026", "", "2026-12-31"},
		{"by 2026-12-31", "", "2026-12-31"},
		{"by 25/12/2026", "", "2026-12-25"},
		{"by the 1st of May", "", "2026-05-01"},
		{"by Jan 14", "", "2027-01-14"},
		{"by Jan 15", "", "2026-01-15"},
		{"by Sept. 1st, 2026", "", "2026-09-01"},
		{"by mid-March", "", "2026-03-15"},
		{"in the first half of 2026", "2026-01-01", "2026-06-30"},
		{"in H2", "2026-07-01", "2026-12-31"},
		{"from 1 March to 15 April", "2026-03-01", "2026-04-15"},
		{"from May 3-20", "2026-05-03", "2026-05-20"},
		{"in Q2 and Q3", "2026-04-01", "2026-09-30"},
		{"within six weeks", "", "2026-02-26"},
		{"over the coming 90 days", "", "2026-04-15"},
		{"in a year and a half", "", "2027-07-15"},
		{"in two and a half years", "", "2028-07-15"},
		{"within the next fortnight", "", "2026-01-29"},
		{"this week", "2026-01-12", "2026-01-18"},
		{"by Monday", "", "2026-01-19"},
		{"by next Friday", "", "2026-01-23"},
		{"by New Year's Eve", "", "2026-12-31"},
		{"before June", "", "2026-05-31"},
		{"before the end of June", "", "2026-06-30"},
		{"by the last week of June", "", "2026-06-30"},
		{"in the first six months of 2027", "2027-01-01", "2027-06-30"},
		{"by year-end 2027", "", "2027-12-31"},
		{"by 2027", "", "2027-12-31"},
		{"no later than June 30, 2026 (end of Q2)", "", "2026-06-30"},
		{"by Good Friday", "", "2026-04-03"},
		{"by Memorial Day", "", "2026-05-25"},
		{"by Labor Day", "", "2026-09-07"},
		{"before Black Friday", "", "2026-11-26"},
		{"by Thanksgiving 2027", "", "2027-11-25"},
		{"by Martin Luther King Day", "", "2026-01-19"},
		{"by Presidents’ Day 2027", "", "2027-02-15"},
		{"by the last Friday of March", "", "2026-03-27"},
		{"by the second Tuesday in May", "", "2026-05-12"},
		{"by the fifth Monday of February", "", ""},
		{"by week 30", "", "2026-07-26"},
		{"by week 2", "", "2027-01-17"},
		{"by the end of week 53 of 2026", "", "2027-01-03"},
		{"by CW 10", "", "2026-03-08"},
		{"by Thursday next week", "", "2026-01-22"},
		{"by Monday of next week", "", "2026-01-19"},
		{"between now and 1 May", "2026-01-15", "2026-05-01"},
		{"in the first quarter", "2026-01-01", "2026-03-31"},
		{"during the third and fourth quarters of 2027", "2027-07-01", "2027-12-31"},
		{"in the second and third quarters", "2026-04-01", "2026-09-30"},
		{"by two weeks after year-end", "", "2027-01-14"},
		{"a month before Christmas", "", "2026-11-25"},
		{"by three days before the end of May", "", "2026-05-28"},
		{"by next Christmas", "", "2026-12-25"},
		{"this weekend", "2026-01-17", "2026-01-18"},
		{"by the time the quarter ends", "", "2026-03-31"},
		{"by the time May is over", "", "2026-05-31"},
		{"before tax day", "", "2026-04-14"},
		{"within the next half year", "", "2026-07-15"},
		{"for the whole of 2027", "", "2027-12-31"},
		{"in my first 90 days", "", ""},
		{"by FY end", "", ""},
		{"by World Cleanup Day", "", ""},
		{"before the village dance", "", ""},
		{"before the May release", "", ""},
		{"by the Easter break", "", ""},
		{"within one semester", "", ""},
		{"over the next two school years", "", ""},
		{"by the end of the fiscal year", "", ""},
		{"next semester", "", ""},
		{"before the product launch", "", ""},
		{"before the product launch in May", "", "2026-05-31"},
		{"in 99999999 years", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.phrase, func(t *testing.T) {
			d := smart.Parse("Increase sales by 5% "+tt.phrase, jan15)
			assert.Equal(t, tt.deadline, string(d.Deadline.Value))
			assert.Equal(t, tt.start, string(d.Start.Value))
			assert.Equal(t, "5", d.Amount.Value.String())
		})
	}
}

// Phrases of time that end nothing.
func TestNoPeriods(t *testing.T) {
	for _, text := range []string{
		"Answer every question within 2 hours", "Reduce 60-day cancellations by 5%", "Publish two posts per month", "Grow annual revenue by 5%",
		"Increase sales by 5% compared to last year", "Stretch before breakfast", "Teach Year 7 pupils", "Grow followers by 2500",
		"Increase sales to 30-40 year olds by 5%", "Cut waiting time during rush hour by 5%", "March 5 miles a day", "Raise margins soon",
		"Beat last year's Q1 turnover by 5%", "Grow sales at the Saturday market by 5%", "Cut waiting to 3 days from order to door",
	} {
		d := smart.Parse(text, jan15)
		assert.False(t, d.Period.Given(), "%q in %q", d.Period.Value, text)
	}
}

func TestOptions(t *testing.T) {
	fiscal, err := smart.NewParser(smart.English(), smart.Options{FiscalYear: time.April, DayFirst: true})
	require.NoError(t, err)
	for phrase, want := range map[string]string{
		"this fiscal year": "2026-03-31", "by FY27": "2027-03-31", "by the end of Q1 FY27": "2026-06-30", "by Q4": "2026-03-31",
		"this year": "2026-12-31", "by 3/5/2026": "2026-05-03", "by fiscal year-end": "2026-03-31", "next fiscal quarter": "2026-06-30",
	} {
		assert.Equal(t, want, string(fiscal.Parse("Grow sales by 5% "+phrase, jan15).Deadline.Value), phrase)
	}

	night := time.Date(2026, time.January, 15, 23, 30, 0, 0, time.UTC)
	east, err := smart.NewParser(smart.English(), smart.Options{Zone: time.FixedZone("east", 3600)})
	require.NoError(t, err)
	assert.Equal(t, smart.Date("2026-01-17"), east.Parse("Win 3 deals by tomorrow", night).Deadline.Value)
	assert.Equal(t, smart.Date("2026-01-16"), smart.Parse("Win 3 deals by tomorrow", night).Deadline.Value)
}

func TestNewParserProblems(t *testing.T) {
	tests := []struct {
		name   string
		change func(*smart.Lexicon)
		reason kpi.Reason
	}{
		{"capital", func(l *smart.Lexicon) { l.Verbs[smart.VerbUp] = append(l.Verbs[smart.VerbUp], "Turbo") }, kpi.ErrEnum},
		{"empty word", func(l *smart.Lexicon) { l.Firms = append(l.Firms, "") }, kpi.ErrEnum},
		{"two spaces", func(l *smart.Lexicon) { l.Firms = append(l.Firms, "limited  company") }, kpi.ErrEnum},
		{"twice", func(l *smart.Lexicon) { l.Verbs[smart.VerbDown] = append(l.Verbs[smart.VerbDown], "grow") }, kpi.ErrDuplicateID},
		{"no number", func(l *smart.Lexicon) { l.Numbers["many"] = []string{"umpteen"} }, kpi.ErrNumber},
		{"no weekday", func(l *smart.Lexicon) { l.Days["05-xyz-1"] = []string{"never day"} }, kpi.ErrTime},
		{"no feast", func(l *smart.Lexicon) { l.Days["easter+1 13-mon-1"] = []string{"never day"} }, kpi.ErrTime},
		{"no day", func(l *smart.Lexicon) { l.Days["13-45"] = []string{"never day"} }, kpi.ErrTime},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := smart.English()
			tt.change(&l)
			_, err := smart.NewParser(l, smart.Options{})
			require.ErrorIs(t, err, tt.reason)
		})
	}
	_, err := smart.NewParser(smart.English(), smart.Options{FiscalYear: 13})
	require.ErrorIs(t, err, kpi.ErrTime)
}

// A parser without words still reads what needs none.
func TestNoLexicon(t *testing.T) {
	p, err := smart.NewParser(smart.Lexicon{}, smart.Options{})
	require.NoError(t, err)
	d := p.Parse("Increase followers 10% 2026-05-01", jan15)
	assert.Equal(t, smart.Date("2026-05-01"), d.Deadline.Value)
}
