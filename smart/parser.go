package smart

import (
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// Options say how dates are read. The zero Options are ready to use.
type Options struct {
	// Zone tells on which date an instant lies; nil means the zone of the instant.
	Zone *time.Location
	// FiscalYear is the month in which the fiscal year starts, and with it the
	// quarters and halves. A fiscal year has the name of the calendar year in which
	// it ends. Zero means that quarters are those of the calendar year and that a
	// phrase such as "this fiscal year" cannot be dated.
	FiscalYear time.Month
	// DayFirst reads 3/5/2026 as May 3; otherwise it is March 5.
	DayFirst bool
}

// A Parser reads statements in the words of one lexicon. It is immutable and safe
// for use by several goroutines at once. The zero Parser is not valid;
// [NewParser] makes one.
type Parser struct {
	index   *index
	options Options
}

// NewParser returns a parser that knows the words of lexicon. It fails with
// [kpi.Problems], which hold every fault:
//   - a word that is empty, not in lower case, or has spaces around it ([kpi.ErrEnum]);
//   - a word that stands in a table twice ([kpi.ErrDuplicateID]);
//   - a key that must be a number and is none ([kpi.ErrNumber]), or a day ([kpi.ErrTime]);
//   - a fiscal year that does not start in a month ([kpi.ErrTime]).
func NewParser(lexicon Lexicon, options Options) (*Parser, error) {
	if options.FiscalYear < 0 || options.FiscalYear > time.December {
		var problems kpi.Problems
		problems.Add("", "fiscalYear", kpi.ErrTime, options.FiscalYear.String(), "want a month")
		return nil, problems
	}
	index, err := newIndex(lexicon)
	if err != nil {
		return nil, err
	}
	return &Parser{index: index, options: options}, nil
}

// english reads what [Parse] reads. Its lexicon is checked by a test.
var english = func() *Parser {
	p, err := NewParser(English(), Options{})
	if err != nil {
		panic(err)
	}
	return p
}()

// Parse reads a statement in English on the date that on's clock shows, with the
// zero [Options]. See [Parser.Parse].
func Parse(text string, on time.Time) Draft { return english.Parse(text, on) }
