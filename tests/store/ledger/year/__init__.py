"""A made list of one year, worked through by hand: nine rows, twelve months, two clerks at two desks.

`facts` has what was said and done, `expected_*` what comes of it by the rules, `running` lets the year pass.
The tests compare the two, area by area.
"""
