# expected: clean
# found: clean
import pandas as pd
from sklearn.linear_model import LinearRegression
df = pd.read_csv('mpg.csv').dropna()
train = df.sample(frac=0.8, random_state=0)
test = df.drop(train.index)
stats = train.describe().transpose()
train_x = (train - stats['mean']) / stats['std']
test_x = (test - stats['mean']) / stats['std']
reg = LinearRegression().fit(train_x, train['mpg'])
print(reg.score(test_x, test['mpg']))
