package kpi_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

func ExampleWindow_Ending() {
	window, err := kpi.ParseWindow("28d")
	if err != nil {
		fmt.Println(err)
		return
	}
	end := time.Date(2026, time.April, 1, 0, 0, 0, 0, time.UTC)
	fmt.Println(window.Ending(end, time.UTC))
	// Output:
	// 2026-03-04T00:00:00Z/2026-04-01T00:00:00Z
}

func window(t testing.TB, text string) kpi.Window {
	t.Helper()
	w, err := kpi.ParseWindow(text)
	require.NoError(t, err)
	return w
}

func TestParseWindow(t *testing.T) {
	for _, text := range []string{"1d", "28d", "4w", "3m", "9999d", "9999w", "9999m", "100m"} {
		w := window(t, text)
		assert.Equal(t, text, w.String())
		assert.False(t, w.IsZero())
		assert.True(t, w == window(t, text))
	}
	for _, text := range []string{
		"", "d", "28", "0d", "00d", "028d", "10000d", "-1d", "+1d", "1.5d", "1 d", " 1d", "1d ", "1D", "1h", "1y", "d1", "1dd",
		"１d", "1\x00", "\xffd", strings.Repeat("1", 100) + "d",
	} {
		w, err := kpi.ParseWindow(text)
		assert.ErrorIs(t, err, kpi.ErrTime, "%q", text)
		assert.True(t, w.IsZero())
	}
	assert.Empty(t, kpi.Window{}.String())
}

func TestWindowEnding(t *testing.T) {
	tests := []struct{ window, zone, end, start string }{
		{"1d", "UTC", "2026-03-01T00:00:00Z", "2026-02-28T00:00:00Z"},
		{"28d", "Europe/Berlin", "2026-04-01T00:00:00+02:00", "2026-03-04T00:00:00+01:00"},
		{"4w", "Europe/Berlin", "2026-04-01T15:00:00+02:00", "2026-03-04T15:00:00+01:00"},
		{"3m", "UTC", "2026-04-01T00:00:00Z", "2026-01-01T00:00:00Z"},
		{"1m", "UTC", "2026-03-31T00:00:00Z", "2026-02-28T00:00:00Z"},
		{"12m", "UTC", "2024-02-29T00:00:00Z", "2023-02-28T00:00:00Z"},
		{"1d", "UTC", "2026-03-05T10:00:00.000000001Z", "2026-03-04T10:00:00.000000001Z"},
		// From and to a day without midnight.
		{"28d", "America/Sao_Paulo", "2018-12-02T00:00:00-02:00", "2018-11-04T01:00:00-02:00"},
		{"28d", "America/Sao_Paulo", "2018-11-04T01:00:00-02:00", "2018-10-07T00:00:00-03:00"},
		// A day with two midnights: the first belongs to it.
		{"7d", "America/Havana", "2024-11-10T00:00:00-05:00", "2024-11-03T00:00:00-04:00"},
		// A skipped day counts, but not if it is all there is.
		{"2d", "Pacific/Apia", "2012-01-01T00:00:00+14:00", "2011-12-31T00:00:00+14:00"},
		{"1d", "Pacific/Apia", "2011-12-31T00:00:00+14:00", "2011-12-29T00:00:00-10:00"},
	}
	for _, test := range tests {
		t.Run(test.window+" "+test.end, func(t *testing.T) {
			end, err := time.Parse(time.RFC3339, test.end)
			require.NoError(t, err)
			got := window(t, test.window).Ending(end, load(t, test.zone))
			assert.Equal(t, test.start, got.Start.Format(time.RFC3339Nano))
			assert.Equal(t, test.end, got.End.Format(time.RFC3339Nano))
		})
	}
}

func TestWindowEndingZero(t *testing.T) {
	end := time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC)
	got := kpi.Window{}.Ending(end, time.UTC)
	assert.True(t, got.IsEmpty())
	assert.Equal(t, end, got.End)
	assert.Equal(t, window(t, "3m").Ending(end, time.UTC), window(t, "3m").Ending(end, nil))
}

// TestWindowEndingDays compares with the numbers of days by civil.
func TestWindowEndingDays(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for range 2000 {
		end, n := randomDate(random), 1+random.IntN(9999)
		days := window(t, fmt.Sprint(n, "d")).Ending(end, time.UTC)
		require.Equal(t, n, dayNumber(days.End)-dayNumber(days.Start))
		weeks := window(t, fmt.Sprint(n, "w")).Ending(end, time.UTC)
		require.Equal(t, 7*n, dayNumber(weeks.End)-dayNumber(weeks.Start))

		months := window(t, fmt.Sprint(n, "m")).Ending(end, time.UTC)
		total := end.Year()*12 + int(end.Month()) - 1 - n
		year, month := floorDiv(total, 12), total-12*floorDiv(total, 12)+1
		length := civil(floorDiv(total+1, 12), (month%12)+1, 1) - civil(year, month, 1)
		require.Equal(t, civil(year, month, min(end.Day(), length)), dayNumber(months.Start), "%s - %d", end, n)
	}
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
