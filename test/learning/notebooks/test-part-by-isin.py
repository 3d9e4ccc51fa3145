# expected: clean
# found: clean
import pandas as pd
from sklearn.linear_model import LinearRegression
df = pd.read_csv('mpg.csv')
test = df.sample(frac=0.2, random_state=1)
train = df[~df.index.isin(test.index)]
mean = train['hp'].mean()
reg = LinearRegression().fit(train[['hp']].fillna(mean), train['mpg'])
print(reg.score(test[['hp']].fillna(mean), test['mpg']))
