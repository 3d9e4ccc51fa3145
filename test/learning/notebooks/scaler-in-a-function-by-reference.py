# expected: preprocessing
# found: preprocessing 9:29
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import Ridge
def fill(frame):
    for c in frame.columns:
        if frame[c].isnull().any():
            frame[c].fillna(frame[c].mean(), inplace=True)
df = pd.read_csv('d.csv')
fill(df)
train, test = train_test_split(df)
ridge = Ridge().fit(train[['a']], train['y'])
print(ridge.score(test[['a']], test['y']))
