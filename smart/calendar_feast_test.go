package smart_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/goalkit/goalkit/smart"
)

// The dates are those of the U.S. Census Bureau's table of Easter Sundays; 2038 has
// the latest possible.
func TestEaster(t *testing.T) {
	for year, day := range map[string]string{
		"1954": "04-18", "1961": "04-02", "1981": "04-19", "2000": "04-23", "2008": "03-23", "2011": "04-24", "2019": "04-21", "2024": "03-31",
		"2025": "04-20", "2026": "04-05", "2027": "03-28", "2038": "04-25", "2049": "04-18", "2076": "04-19",
	} {
		d := smart.Parse("Raise sales by 5% by Easter "+year, jan15)
		assert.Equal(t, smart.Date(year+"-"+day), d.Deadline.Value)
	}
}

// A feast of one's own calendar is a line of the lexicon.
func TestOwnFeast(t *testing.T) {
	l := smart.English()
	l.Days["09-sat-3 10-sat-1"] = []string{"oktoberfest"}
	p, err := smart.NewParser(l, smart.Options{})
	assert.NoError(t, err)
	d := p.Parse("Sell 500 tickets by Oktoberfest", jan15)
	assert.Equal(t, smart.Date("2026-09-19"), d.Deadline.Value)
	assert.Equal(t, []smart.Date{"2026-10-03"}, d.Readings)
}
