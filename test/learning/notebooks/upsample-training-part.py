# expected: clean
# found: clean
import pandas as pd
from sklearn.utils import resample
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression

df = pd.read_csv('balance.csv')
train, test = train_test_split(df, test_size=0.2, stratify=df.balance)
few = train[train.balance == 1]
many = train[train.balance == 0]
few = resample(few, replace=True, n_samples=len(many))
train = pd.concat([few, many]).sample(frac=1)
clf = LogisticRegression().fit(train.drop('balance', axis=1), train.balance)
print(clf.score(test.drop('balance', axis=1), test.balance))
