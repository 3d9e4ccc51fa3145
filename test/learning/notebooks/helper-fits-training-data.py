# expected: clean
# found: clean
import pandas as pd
from sklearn.preprocessing import MinMaxScaler
from sklearn.model_selection import train_test_split
from sklearn.linear_model import Ridge
def normalise(frame, columns, scaler=None):
    out = frame.copy()
    if scaler is None:
        scaler = MinMaxScaler().fit(out[columns])
    out[columns] = scaler.transform(out[columns])
    return out, scaler
df = pd.read_csv('d.csv')
train, test = train_test_split(df)
train, scaler = normalise(train, ['a', 'b'])
test, _ = normalise(test, ['a', 'b'], scaler)
print(Ridge().fit(train[['a', 'b']], train['y']).score(test[['a', 'b']], test['y']))
