"""A made list of one year, worked through by hand: nine rows, twelve months, two clerks at two desks.

`facts` has what was said and done, `expected` what comes of it by the rules, `running` lets the year pass. Its
tests compare the two, area by area.
"""
