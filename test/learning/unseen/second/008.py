# expected: clean
# found: clean
# %%
# ---- Google stock, LSTM, no look-ahead ----
import numpy as np, pandas as pd, matplotlib.pyplot as plt
from sklearn.preprocessing import MinMaxScaler
from tensorflow.keras import Sequential
from tensorflow.keras.layers import LSTM, Dense, Dropout
from tensorflow.keras.callbacks import EarlyStopping

WINDOW = 30

# %%
raw = pd.read_csv('GOOG.csv', parse_dates=['Date'], index_col='Date').sort_index()
close = raw[['Adj Close']].astype('float32')
close.plot(figsize=(14, 4))

# %%
n = len(close)
a, b = int(n * .7), int(n * .85)
tr, va, te = close.iloc[:a], close.iloc[a:b], close.iloc[b:]
print(len(tr), len(va), len(te))

# %%
mm = MinMaxScaler()
tr_s = mm.fit_transform(tr)
va_s = mm.transform(va)
te_s = mm.transform(te)

# %%
def make_windows(arr, w=WINDOW):
    xs, ys = [], []
    for t in range(w, len(arr)):
        xs.append(arr[t - w:t])
        ys.append(arr[t, 0])
    return np.stack(xs), np.array(ys)

Xtr, ytr = make_windows(tr_s)
Xva, yva = make_windows(va_s)
Xte, yte = make_windows(te_s)

# %%
net = Sequential([
    LSTM(64, input_shape=(WINDOW, 1)),
    Dropout(.2),
    Dense(1),
])
net.compile('adam', 'mse')
es = EarlyStopping(patience=8, restore_best_weights=True)
h = net.fit(Xtr, ytr, validation_data=(Xva, yva), epochs=200, batch_size=64, callbacks=[es], verbose=2)

# %%
plt.plot(h.history['loss']); plt.plot(h.history['val_loss'])

# %%
pred = mm.inverse_transform(net.predict(Xte))
true = mm.inverse_transform(yte.reshape(-1, 1))
print('RMSE', np.sqrt(((pred - true) ** 2).mean()))
print('naive RMSE', np.sqrt(((true[1:] - true[:-1]) ** 2).mean()))
