# expected: clean
# found: clean
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LinearRegression
df = pd.read_csv('d.csv')
df['mean'] = df[['a', 'b', 'c']].mean(axis=1)
df['words'] = df['text'].apply(lambda t: np.mean([len(w) for w in t.split()]))
df['spread'] = df.apply(lambda row: row.max() - row.min(), axis=1)
X_train, X_test, y_train, y_test = train_test_split(df[['mean', 'words', 'spread']], df['y'])
reg = LinearRegression().fit(X_train, y_train)
print(reg.score(X_test, y_test))
