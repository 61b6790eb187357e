// Command agency is what an agency might send to a client: a year of a coffee
// roaster on four channels, and what goalkit makes of it. It prints how well the
// goals are put, the weekly and the monthly report, and the quarterly review.
//
//	go run ./examples/agency
//	go run ./examples/agency month
//	go run ./examples/agency -at 2026-06-30 quarter
//
// The client, the plan and all figures are made up.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	_ "time/tzdata" // the zone of the plan means the same on every machine

	"github.com/goalkit/goalkit/rollup/report"
)

func main() {
	err := run(os.Args[1:], os.Stdout, os.Stderr)
	if errors.Is(err, errUsage) {
		os.Exit(2)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "agency:", err)
		os.Exit(1)
	}
}

// errUsage is misuse of the command line, which was explained.
var errUsage = errors.New("misuse of the command line")

// parts are what can be printed, in this order.
var parts = []string{"smart", string(report.Week), string(report.Month), string(report.Quarter)}

func run(args []string, out, explain io.Writer) error {
	flags := flag.NewFlagSet("agency", flag.ContinueOnError)
	flags.SetOutput(explain)
	flags.Usage = func() {
		_, _ = fmt.Fprintln(explain, "usage: agency [-at 2026-09-30] [smart] [week] [month] [quarter]")
		flags.PrintDefaults()
	}
	at := flags.String("at", "2026-09-30", "the `date` on which the reports are made")
	if err := flags.Parse(args); err != nil {
		return errUsage
	}
	wanted := flags.Args()
	for _, part := range wanted {
		if !slices.Contains(parts, part) {
			flags.Usage()
			return errUsage
		}
	}
	c, err := load(*at)
	if err != nil {
		return err
	}
	for _, part := range parts {
		if len(wanted) > 0 && !slices.Contains(wanted, part) {
			continue
		}
		if err := c.print(out, part); err != nil {
			return err
		}
	}
	return nil
}
