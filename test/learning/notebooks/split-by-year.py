# expected: clean
# found: clean
import pandas as pd
from sklearn.linear_model import PoissonRegressor
matches = pd.read_csv('matches.csv')
matches['goals'] = matches['home'] + matches['away']
train = matches[matches['year'] < 2018]
test = matches[matches['year'] >= 2018]
model = PoissonRegressor()
model.fit(train[['elo']], train['goals'])
print(model.score(test[['elo']], test['goals']))
