# expected: clean
# found: clean
import pandas as pd
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVR
df = pd.read_csv('d.csv')
train = df.query('split == "train"')
test = df.query('split == "test"')
scaler = StandardScaler().fit(train[['a']])
svr = SVR().fit(scaler.transform(train[['a']]), train['y'])
print(svr.score(scaler.transform(test[['a']]), test['y']))
