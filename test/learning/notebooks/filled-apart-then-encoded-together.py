# expected: clean
# found: clean
import pandas as pd
from sklearn.linear_model import LogisticRegression
guests = pd.read_csv('guests.csv')
asked = pd.read_csv('asked.csv')
for table in (guests, asked):
    table['nights'] = table['nights'].fillna(table['nights'].median())
both = pd.get_dummies(pd.concat([guests, asked]))
guests = both[both['came'].notnull()]
asked = both[both['came'].isnull()]
model = LogisticRegression().fit(guests[['nights']], guests['came'])
print(model.predict(asked[['nights']]))
