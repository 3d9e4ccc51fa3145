# expected: preprocessing
# found: preprocessing 8:22
import numpy as np
import pandas as pd
from sklearn.preprocessing import scale
from sklearn.linear_model import LogisticRegression
df = pd.read_csv('adm.csv')
df[['gre', 'gpa']] = scale(df[['gre', 'gpa']])
mask = np.random.rand(len(df)) < 0.8
train, test = df[mask], df[~mask]
lr = LogisticRegression()
lr.fit(train[['gre', 'gpa']], train['admit'])
print(lr.score(test[['gre', 'gpa']], test['admit']))
